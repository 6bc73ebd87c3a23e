import type { Asked } from './asked.ts'
import { type Overlap, overlap, type Sparse } from './sparse.ts'

/** What two messages have in common, as numbers that weights make a likeness of. */
export interface PairFeatures {
  /** The first is one, for the bias. */
  readonly dense: readonly number[]
  /** Meanings that both have. */
  readonly shared: readonly number[]
  /** Meanings that only the one has. */
  readonly here: readonly number[]
  /** Meanings that only the other has. */
  readonly there: readonly number[]
}

/** Keeps one shared word of two short messages from meaning everything. */
export const DAMPING = 4

/** `questions`: the meanings that ask (when, where, why …), of which two alike messages share one. */
export const pairFeatures = (one: Asked, other: Asked, questions: ReadonlySet<number>): PairFeatures => {
  const runs = overlap(one.runs, other.runs)
  const meanings = overlap(one.meanings, other.meanings)
  const [inRuns, inMeanings] = [cosine(runs, one.runs, other.runs), cosine(meanings, one.meanings, other.meanings)]
  const parted = part(one.meanings.keys, other.meanings.keys)
  const dense = [
    1,
    ...bent(inRuns),
    ...bent(inMeanings),
    ...bent(inRuns * inMeanings),
    within(runs, one.runs, other.runs),
    within(meanings, one.meanings, other.meanings),
    meanings.heaviest / 4,
    ...inWords(one, other),
    ...inQuestions(parted, questions),
    ...inMatters(parted, one.meanings, questions),
    // A language that no lexicon knows has letters alone.
    one.meanings.keys.length * other.meanings.keys.length === 0 ? Math.sqrt(inRuns) : 0,
  ]
  return { dense, ...parted }
}

const bent = (likeness: number): readonly number[] => [likeness, Math.sqrt(likeness)]

const cosine = ({ product }: Overlap, one: Sparse, other: Sparse): number =>
  product / Math.sqrt((one.length ** 2 + DAMPING) * (other.length ** 2 + DAMPING))

const within = ({ product }: Overlap, one: Sparse, other: Sparse): number =>
  product / (Math.min(one.length, other.length) ** 2 + DAMPING)

const MANY_WORDS = 4
const NOTHING_LEFT = 0.85

const inWords = (one: Asked, other: Asked): readonly number[] => {
  const words = overlap(one.rareWords, other.rareWords)
  const { heaviest, count, product } = words
  const [here, there] = [Math.log1p(one.units.length), Math.log1p(other.units.length)]
  return [
    Math.sqrt(cosine(words, one.rareWords, other.rareWords)),
    heaviest / 4,
    Math.min(count, MANY_WORDS) / MANY_WORDS,
    Number(count === 0),
    ...inRest(product, one.rareWords, other.rareWords),
    Math.abs(here - there),
    Math.min(here, there) / 3,
  ]
}

/** Whether anything is left of either that the other does not say: two that differ in little words only ask the same. */
const inRest = (product: number, one: Sparse, other: Sparse): readonly number[] => {
  const [here, there] = [product / (one.length ** 2 + 1), product / (other.length ** 2 + 1)]
  return [here * there, Number(Math.min(here, there) > NOTHING_LEFT)]
}

type Parted = Omit<PairFeatures, 'dense'>

const part = (one: Int32Array, other: Int32Array): Parted => {
  const shared: number[] = []
  const here: number[] = []
  for (const meaning of one) (other.includes(meaning) ? shared : here).push(meaning)
  const there: number[] = []
  for (const meaning of other) if (!shared.includes(meaning)) there.push(meaning)
  return { shared, here, there }
}

const inQuestions = ({ shared, here, there }: Parted, questions: ReadonlySet<number>): readonly number[] => {
  const same = shared.some((meaning) => questions.has(meaning))
  const different = here.some((meaning) => questions.has(meaning)) && there.some((meaning) => questions.has(meaning))
  return [Number(same), Number(!same && different)]
}

const MANY_MEANINGS = 8
/** A meaning that tells this much, in nats, is what a question is about. */
const MATTERS = 2.5

/** Whether they share what they are about, or only the thing both name: "dim the lamp" and "return the lamp". */
const inMatters = (
  { shared, here, there }: Parted,
  { keys, weights }: Sparse,
  questions: ReadonlySet<number>,
): readonly number[] => {
  let count = 0
  for (let at = 0; at < keys.length; at++) {
    const meaning = keys[at] ?? 0
    if ((weights[at] ?? 0) > MATTERS && shared.includes(meaning) && !questions.has(meaning)) count++
  }
  const more = Math.min(1, (here.length + there.length - shared.length) / MANY_MEANINGS)
  return [Number(count === 0), Number(count === 2), Number(count > 2), more]
}
