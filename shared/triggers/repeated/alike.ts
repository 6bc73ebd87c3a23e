import { type Asked, ofOtherNumbers } from './asked.ts'
import type { RepeatModel } from './model.ts'
import { otherInFrame } from './other-in-frame.ts'
import { logitOf, sameWords } from './pair-likeness.ts'
import { probability } from './triple.ts'
import { triplesOf } from './triples.ts'

/** An earlier message, and how surely the newest asks the same once more. */
export interface Alike {
  readonly message: Asked
  readonly chance: number
}

// Of more than these the likest are compared with each other: the time stays bounded.
const MOST = 7

/**
 * The earlier messages by how surely they and the newest ask the same. Where a third time is counted, one counts only
 * together with another: people rephrase their last attempt, not their first.
 */
export const alike = (newest: Asked, before: readonly Asked[], times: number, model: RepeatModel): readonly Alike[] => {
  const near = before
    .filter((message) => !otherInFrame(newest, message, model) && !ofOtherNumbers(newest, message))
    .map((message) => ({ message, logit: logitOf(newest, message, model) }))
    .sort((one, other) => other.logit - one.logit)
    .slice(0, MOST)
  const messages = near.map(({ message }) => message)
  const logits = near.map(({ logit }) => logit)
  const chances =
    times > 2 ? inTriples(newest, messages, logits, model) : logits.map((logit) => 1 / (1 + Math.exp(-logit)))
  return messages
    .map((message, at) => ({ message, chance: chances[at] ?? 0 }))
    .sort((one, other) => other.chance - one.chance)
}

const MANY_TRIES = 0.25

/** Of many triples one looks the same by chance: the more were compared, the surer it has to be. */
const amongMany = (chance: number, triples: number): number =>
  chance / (chance + (1 - chance) * Math.max(1, triples) ** MANY_TRIES)

const inTriples = (
  newest: Asked,
  near: readonly Asked[],
  logits: readonly number[],
  model: RepeatModel,
): readonly number[] => {
  const same = near.map((message) => sameWords(newest, message))
  if (same.filter(Boolean).length > 1) return same.map(Number)
  const chances = near.map(() => 0)
  const triples = triplesOf(newest, near, model, logits)
  for (const { one, other, features } of triples) {
    const chance = amongMany(probability(features, model.triple), triples.length)
    chances[one] = Math.max(chances[one] ?? 0, chance)
    chances[other] = Math.max(chances[other] ?? 0, chance)
  }
  return chances
}
