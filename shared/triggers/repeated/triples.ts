import type { Asked } from './asked.ts'
import type { RepeatModel } from './model.ts'
import { logitOf } from './pair-likeness.ts'
import { tripleFeatures } from './triple.ts'

/** The newest message with two earlier ones, by their places. */
export interface Triple {
  readonly one: number
  readonly other: number
  readonly features: readonly number[]
}

/** A triple of which two pairs are less alike than this is none. */
const HOPELESS = -2

/**
 * Every two earlier messages that may ask the same as the newest, seen among all the others. `toNewest`: how alike each is
 * to the newest, where that is known already.
 */
export const triplesOf = (
  newest: Asked,
  before: readonly Asked[],
  model: RepeatModel,
  toNewest: readonly number[] = before.map((one) => logitOf(newest, one, model)),
): readonly Triple[] => {
  const between = likenesses(before, toNewest, model)
  const likely = pairsOf(before.length).filter(({ one, other }) => {
    const logits = [between(0, one + 1), between(0, other + 1), between(one + 1, other + 1)]
    return logits.filter((logit) => logit >= HOPELESS).length >= 2
  })
  return likely.map(({ one, other }) => {
    const members = [0, one + 1, other + 1] as const
    const logits = [between(0, one + 1), between(0, other + 1), between(one + 1, other + 1)]
    const outside = before.flatMap((_, at) =>
      at === one || at === other ? [] : Math.max(...members.map((member) => between(member, at + 1))),
    )
    const three = [newest, before[one] ?? newest, before[other] ?? newest] as const
    return { one, other, features: tripleFeatures(three, { logits, outside, likely: likely.length }, model.aspects) }
  })
}

const pairsOf = (count: number): readonly Pick<Triple, 'one' | 'other'>[] =>
  Array.from({ length: count }, (_, other) => Array.from({ length: other }, (_unused, one) => ({ one, other }))).flat()

/** Of two by their places, the newest at 0. */
const likenesses = (before: readonly Asked[], toNewest: readonly number[], model: RepeatModel) => {
  const among = before.map((one, at) => before.slice(0, at).map((other) => logitOf(one, other, model)))
  const logits = [[], ...among.map((own, at) => [toNewest[at] ?? 0, ...own])]
  return (one: number, other: number): number => logits[Math.max(one, other)]?.[Math.min(one, other)] ?? 0
}
