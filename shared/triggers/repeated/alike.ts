import type { Asked } from './asked.ts'
import { likeness } from './likeness.ts'
import type { RepeatModel } from './model.ts'
import { pairFeatures } from './pair-features.ts'
import { probability, SURE, tripleFeatures } from './triple.ts'

/** An earlier message, and how surely the newest asks the same once more. */
export interface Alike {
  readonly message: Asked
  readonly chance: number
}

// Of more than these the likest are compared with each other: the time stays bounded.
const MOST = 10
/** A triple of which two pairs are less alike than this is none. */
const HOPELESS = -2

/**
 * The earlier messages by how surely they and the newest ask the same. Where a third time is counted, one counts only
 * together with another: people rephrase their last attempt, not their first.
 */
export const alike = (newest: Asked, before: readonly Asked[], times: number, model: RepeatModel): readonly Alike[] => {
  const near = before
    .map((message) => ({ message, logit: logitOf(newest, message, model) }))
    .sort((one, other) => other.logit - one.logit)
    .slice(0, MOST)
  const chances = times > 2 ? inTriples(newest, near, model) : near.map(({ logit }) => 1 / (1 + Math.exp(-logit)))
  return near
    .map(({ message }, at) => ({ message, chance: chances[at] ?? 0 }))
    .sort((one, other) => other.chance - one.chance)
}

interface Near {
  readonly message: Asked
  readonly logit: number
}

const inTriples = (newest: Asked, near: readonly Near[], model: RepeatModel): readonly number[] => {
  const chances = near.map(() => 0)
  for (const [at, one] of near.entries())
    for (let to = 0; to < at; to++) {
      const other = near[to]
      const chance = other === undefined ? 0 : together(newest, one, other, model)
      chances[at] = Math.max(chances[at] ?? 0, chance)
      chances[to] = Math.max(chances[to] ?? 0, chance)
    }
  return chances
}

const together = (newest: Asked, one: Near, other: Near, model: RepeatModel): number => {
  if (Math.max(one.logit, other.logit) < HOPELESS) return 0
  if (sameWords(newest, one.message) && sameWords(newest, other.message)) return 1
  const logits = [one.logit, other.logit, logitOf(one.message, other.message, model)]
  if (logits.filter((logit) => logit >= HOPELESS).length < 2) return 0
  return probability(tripleFeatures([newest, one.message, other.message], logits), model.triple)
}

/** In logits; the same words are as alike as can be, even without any that carry a meaning. */
export const logitOf = (one: Asked, other: Asked, { questions, pair }: RepeatModel): number =>
  sameWords(one, other) ? SURE : likeness(pairFeatures(one, other, questions), pair)

const sameWords = (one: Asked, other: Asked): boolean => one.words.length > 0 && one.folded === other.folded
