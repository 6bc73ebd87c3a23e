import { type Asked, ask, hear } from '../asked.ts'
import { shareOf, thoughtOf } from '../likeness.ts'
import type { RepeatModel } from '../model.ts'
import type { Network } from '../network.ts'
import { type PairFeatures, pairFeatures } from '../pair-features.ts'
import { sparse } from '../sparse.ts'
import { type Case, fitLogistic } from './fit-logistic.ts'
import { fitNetwork, type NetworkOptions } from './fit-network.ts'
import type { Group } from './groups.ts'
import type { Phrasings } from './phrasings.ts'

export interface PairOptions {
  /** How often pairs are drawn of each group. */
  readonly draws: number
  readonly epochs: number
  readonly rate: number
  readonly ridge: number
  /** For the weights of single meanings, which have few examples each. */
  readonly meaningRidge: number
  readonly network: NetworkOptions
}

/** What was learnt, by meaning and by two meanings that are said for one another. */
export interface LearntPairs {
  readonly dense: readonly number[]
  readonly shared: readonly number[]
  readonly apart: readonly number[]
  readonly crossed: readonly (readonly [one: number, other: number, weight: number])[]
  readonly network: Network
}

/** Each line meets the others of its group, and so many of other groups. */
const STRANGERS = 6
/** This share is read as if of a language that no lexicon knows: letters alone must do then as well. */
const UNKNOWN = 0.1
/** This share is read without some meanings, as customers use words that no lexicon has. */
const FORGETFUL = 0.25
const FORGOTTEN = 0.35
/** Two meanings are learnt as said for one another when so many pairs of a draw that ask the same do so. */
const FEWEST_CROSSED = 6

/** Learns which things in common make two messages ask the same. */
export const trainPairs = (
  groups: readonly Group[],
  phrasings: Phrasings,
  model: RepeatModel,
  random: () => number,
  options: PairOptions,
): LearntPairs => {
  const pairs = comparedPairs(groups, phrasings, model, options.draws)
  const meanings = model.telling.length
  const often = oftenCrossed(pairs, meanings, FEWEST_CROSSED * options.draws)
  const single = singleWeights(pairs, { meanings, often }, random, options)
  const crossed = often.map(
    (crossing, at) => [Math.floor(crossing / meanings), crossing % meanings, single.crossed[at] ?? 0] as const,
  )
  const weights = { ...single, crossed: eitherWay(crossed, meanings) }
  const thought = pairs.map(({ features, same }) => ({ ...thoughtOf(features, weights), holds: same }))
  return { ...single, crossed, network: fitNetwork(thought, options.network, random) }
}

/** Two lines compared, and whether they ask the same. */
interface Compared {
  readonly features: PairFeatures
  readonly same: boolean
}

const forgetful = (asked: Asked, { telling }: RepeatModel, { maybe }: Phrasings): Asked => {
  const clear = new Map([...asked.clear].filter(() => !maybe(FORGOTTEN)))
  const meanings = new Map([...clear].map(([meaning, share]) => [meaning, share * (telling[meaning] ?? 0)]))
  return { ...asked, clear, meanings: sparse(meanings) }
}

const comparedPairs = (
  groups: readonly Group[],
  phrasings: Phrasings,
  model: RepeatModel,
  draws: number,
): readonly Compared[] =>
  groups.flatMap(({ language }, group) =>
    drawPairs(group, phrasings, draws).map(({ one, other, same }) => {
      const lexicons = phrasings.maybe(UNKNOWN) ? [] : model.lexicons.filter((lexicon) => lexicon.language === language)
      const read = (text: string): Asked => {
        const asked = ask(hear(text), lexicons, model.telling)
        return phrasings.maybe(FORGETFUL) ? forgetful(asked, model, phrasings) : asked
      }
      return { features: pairFeatures(read(one), read(other), model.aspects), same }
    }),
  )

const singleWeights = (
  pairs: readonly Compared[],
  { meanings, often }: { readonly meanings: number; readonly often: readonly number[] },
  random: () => number,
  options: PairOptions,
) => {
  const dense = pairs[0]?.features.dense.length ?? 0
  const layout = { dense, meanings, crossings: new Map(often.map((crossing, at) => [crossing, at])) }
  const ridge = (at: number) => (at < dense ? options.ridge : options.meaningRidge)
  const size = dense + 2 * meanings + often.length
  const cases = pairs.map(({ features, same }) => caseOf(features, layout, same))
  const weights = fitLogistic(cases, { ...options, ridge, size, random })
  const part = (from: number, count: number) => [...weights.slice(from, from + count)]
  return {
    dense: part(0, dense),
    shared: part(dense, meanings),
    apart: part(dense + meanings, meanings),
    crossed: part(dense + 2 * meanings, often.length),
  }
}

const eitherWay = (crossed: LearntPairs['crossed'], meanings: number): Float32Array => {
  const all = new Float32Array(meanings * meanings)
  for (const [one, other, weight] of crossed) {
    all[one * meanings + other] = weight
    all[other * meanings + one] = weight
  }
  return all
}

interface Pair {
  readonly one: string
  readonly other: string
  readonly same: boolean
}

const drawPairs = (group: number, phrasings: Phrasings, draws: number): readonly Pair[] =>
  Array.from({ length: draws }, () => drawOnce(group, phrasings)).flat()

const drawOnce = (group: number, { several, one, again, another }: Phrasings): readonly Pair[] => {
  const lines = several(group, Number.POSITIVE_INFINITY)
  const same = lines.flatMap((line, at) => lines.slice(0, at).map((other) => ({ one: line, other, same: true })))
  const different = lines.flatMap((line) =>
    Array.from({ length: STRANGERS }, () => ({ one: line, other: one(another(group)), same: false })),
  )
  const echoed = lines.map((line) => ({ one: line, other: again(line), same: true }))
  return [...same, ...echoed, ...different]
}

const oftenCrossed = (pairs: readonly Compared[], meanings: number, fewest: number): readonly number[] => {
  const counts = new Map<number, number>()
  for (const { features, same } of pairs)
    if (same)
      for (const crossing of crossingsOf(features, meanings)) counts.set(crossing, (counts.get(crossing) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= fewest)
    .map(([crossing]) => crossing)
    .sort((one, other) => one - other)
}

/** Each meaning that only the one has with each that only the other has; the same in either order. */
const crossingsOf = ({ here, there }: PairFeatures, meanings: number): readonly number[] =>
  here.flatMap((one) => there.map((other) => crossingOf(one.meaning, other.meaning, meanings)))

const crossingOf = (one: number, other: number, meanings: number): number =>
  Math.min(one, other) * meanings + Math.max(one, other)

/** Where each kind of weight stands among all. */
interface Layout {
  readonly dense: number
  readonly meanings: number
  readonly crossings: ReadonlyMap<number, number>
}

const caseOf = (features: PairFeatures, { dense, meanings, crossings }: Layout, holds: boolean): Case => {
  const { shared, here, there } = features
  const apart = [...here, ...there]
  const [sharedShare, apartShare] = [shareOf(shared.length), -shareOf(apart.length)]
  const crossedShare = shareOf(here.length * there.length)
  const crossed = here.flatMap((one) =>
    there.flatMap((other) => {
      const at = crossings.get(crossingOf(one.meaning, other.meaning, meanings))
      return at === undefined ? [] : [{ at, value: crossedShare * one.share * other.share }]
    }),
  )
  return {
    at: [
      ...features.dense.keys(),
      ...shared.map(({ meaning }) => dense + meaning),
      ...apart.map(({ meaning }) => dense + meanings + meaning),
      ...crossed.map(({ at }) => dense + 2 * meanings + at),
    ],
    values: [
      ...features.dense,
      ...shared.map(({ share }) => share * sharedShare),
      ...apart.map(({ share }) => share * apartShare),
      ...crossed.map(({ value }) => value),
    ],
    holds,
  }
}
