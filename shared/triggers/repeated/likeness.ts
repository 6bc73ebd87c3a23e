import type { Asked } from './asked.ts'
import { type Overlap, overlap, type Sparse } from './sparse.ts'

/** What two messages have in common, as numbers that weights make a likeness of. */
export interface PairFeatures {
  readonly dense: readonly number[]
  /** Meanings that both have. */
  readonly shared: readonly number[]
  /** Meanings that only one has. */
  readonly apart: readonly number[]
}

export interface PairWeights {
  /** The first is the bias. */
  readonly dense: readonly number[]
  /** By meaning. */
  readonly shared: readonly number[]
  readonly apart: readonly number[]
}

/** Keeps one shared word of two short messages from meaning everything. */
export const DAMPING = 4
const MANY_WORDS = 4
const MANY_MEANINGS = 8
/** A meaning that tells this much, in nats, is what a question is about. */
const TELLING = 2.5

/** `questions`: the meanings that ask (when, where, why …), of which two alike messages share one. */
export const pairFeatures = (one: Asked, other: Asked, questions: ReadonlySet<number>): PairFeatures => {
  const runs = overlap(one.runs, other.runs)
  const words = overlap(one.rareWords, other.rareWords)
  const meanings = overlap(one.meanings, other.meanings)
  const [inRuns, inMeanings] = [cosine(runs, one.runs, other.runs), cosine(meanings, one.meanings, other.meanings)]
  const { shared, apart } = split(one.meanings.keys, other.meanings.keys)
  const sameQuestion = shared.some((meaning) => questions.has(meaning))
  const otherQuestions = apart.filter((meaning) => questions.has(meaning)).length
  const telling = countTelling(shared, one.meanings, questions)
  const unread = one.meanings.keys.length === 0 || other.meanings.keys.length === 0
  const lengths = [Math.log1p(one.units.length), Math.log1p(other.units.length)] as const
  const dense = [
    1,
    Math.sqrt(inRuns),
    inRuns,
    Math.sqrt(inMeanings),
    inMeanings,
    Math.sqrt(cosine(words, one.rareWords, other.rareWords)),
    within(runs, one.runs, other.runs),
    within(meanings, one.meanings, other.meanings),
    words.heaviest / 4,
    meanings.heaviest / 4,
    Math.min(words.count, MANY_WORDS) / MANY_WORDS,
    inRuns * inMeanings,
    Math.abs(lengths[0] - lengths[1]),
    Math.min(...lengths) / 3,
    Number(sameQuestion),
    Number(!sameQuestion && otherQuestions > 1),
    unread ? Math.sqrt(inRuns) : 0,
    Number(telling === 0),
    Number(telling === 2),
    Number(telling > 2),
    Math.min(1, (apart.length - shared.length) / MANY_MEANINGS),
    Number(words.count === 0),
    Math.sqrt(inRuns * inMeanings),
  ]
  return { dense, shared, apart }
}

const cosine = ({ product }: Overlap, one: Sparse, other: Sparse): number =>
  product / Math.sqrt((one.length ** 2 + DAMPING) * (other.length ** 2 + DAMPING))

const within = ({ product }: Overlap, one: Sparse, other: Sparse): number =>
  product / (Math.min(one.length, other.length) ** 2 + DAMPING)

const split = (one: Int32Array, other: Int32Array): Pick<PairFeatures, 'shared' | 'apart'> => {
  const shared: number[] = []
  const apart: number[] = []
  for (const meaning of one) (other.includes(meaning) ? shared : apart).push(meaning)
  for (const meaning of other) if (!shared.includes(meaning)) apart.push(meaning)
  return { shared, apart }
}

const countTelling = (shared: readonly number[], { keys, weights }: Sparse, questions: ReadonlySet<number>): number => {
  let count = 0
  for (const [at, meaning] of keys.entries())
    if ((weights[at] ?? 0) > TELLING && shared.includes(meaning) && !questions.has(meaning)) count++
  return count
}

/** In logits: above zero two messages rather ask the same. */
export const likeness = ({ dense, shared, apart }: PairFeatures, weights: PairWeights): number => {
  let alike = 0
  for (let at = 0; at < dense.length; at++) alike += (dense[at] ?? 0) * (weights.dense[at] ?? 0)
  return alike + mean(shared, weights.shared) - mean(apart, weights.apart)
}

/** Divided by the root of their number, so that a long message does not say more than it says. */
const mean = (meanings: readonly number[], weights: readonly number[]): number => {
  let sum = 0
  for (const meaning of meanings) sum += weights[meaning] ?? 0
  return sum * shareOf(meanings)
}

export const shareOf = (meanings: readonly number[]): number => 1 / Math.sqrt(1 + meanings.length)
