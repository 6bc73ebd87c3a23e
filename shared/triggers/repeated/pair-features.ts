import type { Asked } from './asked.ts'
import { type Overlap, overlap, type Sparse } from './sparse.ts'

/** What two messages have in common, as numbers that weights make a likeness of. */
export interface PairFeatures {
  /** The first is one, for the bias. */
  readonly dense: readonly number[]
  /** Meanings that both have. */
  readonly shared: readonly Meant[]
  /** Meanings that only the one has. */
  readonly here: readonly Meant[]
  /** Meanings that only the other has. */
  readonly there: readonly Meant[]
}

export interface Meant {
  readonly meaning: number
  /** How clearly, up to 1. */
  readonly share: number
}

/** Keeps one shared word of two short messages from meaning everything. */
export const DAMPING = 4

/** What tells of a thing what is asked about it. */
export interface Aspects {
  /** The meanings that ask (when, where, why …), of which two alike messages share one. */
  readonly questions: ReadonlySet<number>
  /** By meaning, in nats: little for what a customer's questions about one thing all name. */
  readonly weights: readonly number[]
}

export const pairFeatures = (one: Asked, other: Asked, aspects: Aspects): PairFeatures => {
  const { questions } = aspects
  const runs = overlap(one.runs, other.runs)
  const meanings = overlap(one.meanings, other.meanings)
  const [inRuns, inMeanings] = [cosine(runs, one.runs, other.runs), cosine(meanings, one.meanings, other.meanings)]
  const parted = part(one.clear, other.clear)
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
    ...inAspects(parted, aspects.weights),
    // A language that no lexicon knows has letters alone.
    one.meanings.keys.length * other.meanings.keys.length === 0 ? Math.sqrt(inRuns) : 0,
    ...inStems(runs, Math.min(one.meanings.keys.length, other.meanings.keys.length)),
  ]
  return { dense, ...parted }
}

const bent = (likeness: number): readonly number[] => [likeness, Math.sqrt(likeness)]

const cosine = ({ product }: Overlap, one: Sparse, other: Sparse): number =>
  product / Math.sqrt((one.length ** 2 + DAMPING) * (other.length ** 2 + DAMPING))

const within = ({ product }: Overlap, one: Sparse, other: Sparse): number =>
  product / (Math.min(one.length, other.length) ** 2 + DAMPING)

const A_RARE_WORD = 20

/** What is left of one rare word in the other's, which says the more the fewer meanings were understood. */
const inStems = ({ product }: Overlap, understood: number): readonly number[] => {
  const stem = Math.min(2, product / A_RARE_WORD)
  return [stem, stem / (1 + understood), 1 / (1 + understood)]
}

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

const part = (one: Asked['clear'], other: Asked['clear']): Parted => {
  const shared: Meant[] = []
  const here: Meant[] = []
  for (const [meaning, share] of one) {
    const also = other.get(meaning)
    if (also === undefined) here.push({ meaning, share })
    else shared.push({ meaning, share: Math.min(share, also) })
  }
  const there: Meant[] = []
  for (const [meaning, share] of other) if (!one.has(meaning)) there.push({ meaning, share })
  return { shared, here, there }
}

const inQuestions = ({ shared, here, there }: Parted, questions: ReadonlySet<number>): readonly number[] => {
  const asks = ({ meaning }: Meant): boolean => questions.has(meaning)
  const [same, left, right] = [shared.some(asks), here.some(asks), there.some(asks)]
  return [
    Number(same),
    Number(!same && left && right),
    Number(!same && left !== right),
    Number(same && (left || right)),
  ]
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
  for (const { meaning } of shared)
    if (!questions.has(meaning) && (weights[keys.indexOf(meaning)] ?? 0) > MATTERS) count++
  const more = Math.min(1, (here.length + there.length - shared.length) / MANY_MEANINGS)
  return [Number(count === 0), Number(count === 2), Number(count > 2), more]
}

const NO_ASPECT = 0.5
const AN_ASPECT = 1

/** Whether they ask the same about the thing: "what does the lamp cost" and "does the lamp dim" do not. */
const inAspects = ({ shared, here, there }: Parted, weights: readonly number[]): readonly number[] => {
  const together = weigh(shared, weights)
  const [left, right] = [weigh(here, weights), weigh(there, weights)]
  const clearest = shared.reduce((most, { meaning, share }) => Math.max(most, share * (weights[meaning] ?? 0)), 0)
  const apart = Math.min(left, right)
  return [
    together / 4,
    clearest / 3,
    apart / 4,
    together / (together + (left + right) / 2 + 1),
    Number(together < NO_ASPECT),
    Number(together < NO_ASPECT && apart > AN_ASPECT),
  ]
}

const weigh = (meanings: readonly Meant[], weights: readonly number[]): number => {
  let sum = 0
  for (const { meaning, share } of meanings) sum += share * (weights[meaning] ?? 0)
  return sum
}
