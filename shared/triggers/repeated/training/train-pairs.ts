import { type Asked, ask, hear } from '../asked.ts'
import { type PairWeights, pairFeatures, shareOf } from '../likeness.ts'
import type { RepeatModel } from '../model.ts'
import { type Case, fitLogistic } from './fit-logistic.ts'
import type { Group } from './groups.ts'
import type { Phrasings } from './phrasings.ts'

export interface PairOptions {
  readonly epochs: number
  readonly rate: number
  readonly ridge: number
  /** For the weights of single meanings, which have few examples each. */
  readonly meaningRidge: number
}

/** Each line meets the others of its group, and so many of other groups. */
const STRANGERS = 6
/** This share is read as if of a language that no lexicon knows: letters alone must do then as well. */
const UNKNOWN = 0.1

/** Learns which things in common make two messages ask the same. */
export const trainPairs = (
  groups: readonly Group[],
  phrasings: Phrasings,
  model: RepeatModel,
  random: () => number,
  options: PairOptions,
): PairWeights => {
  const dense = 23
  const meanings = model.telling.length
  const cases = groups.flatMap(({ language }, group) =>
    drawPairs(group, phrasings).map(({ one, other, same }) => {
      const lexicons = phrasings.maybe(UNKNOWN) ? [] : model.lexicons.filter((lexicon) => lexicon.language === language)
      const read = (text: string): Asked => ask(hear(text), lexicons, model.telling)
      return caseOf(pairFeatures(read(one), read(other), model.questions), meanings, same)
    }),
  )
  const ridge = (at: number) => (at < dense ? options.ridge : options.meaningRidge)
  const weights = fitLogistic(cases, { ...options, ridge, size: dense + 2 * meanings, random })
  const part = (from: number, to: number) => [...weights.slice(from, to)]
  return {
    dense: part(0, dense),
    shared: part(dense, dense + meanings),
    apart: part(dense + meanings, dense + 2 * meanings),
  }
}

interface Pair {
  readonly one: string
  readonly other: string
  readonly same: boolean
}

const drawPairs = (group: number, { several, one, another }: Phrasings): readonly Pair[] => {
  const lines = several(group, Number.POSITIVE_INFINITY)
  const same = lines.flatMap((line, at) => lines.slice(0, at).map((other) => ({ one: line, other, same: true })))
  const different = lines.flatMap((line) =>
    Array.from({ length: STRANGERS }, () => ({ one: line, other: one(another(group)), same: false })),
  )
  return [...same, ...different]
}

const caseOf = ({ dense, shared, apart }: ReturnType<typeof pairFeatures>, meanings: number, holds: boolean): Case => ({
  at: [
    ...dense.keys(),
    ...shared.map((meaning) => dense.length + meaning),
    ...apart.map((meaning) => dense.length + meanings + meaning),
  ],
  values: [...dense, ...shared.map(() => shareOf(shared)), ...apart.map(() => -shareOf(apart))],
  holds,
})
