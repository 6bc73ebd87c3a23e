import type { Asked } from './asked.ts'
import { type Aspects, DAMPING } from './pair-features.ts'
import { core } from './sparse.ts'

/** Logits beyond this are as sure as can be. */
export const SURE = 5
const FEW_WORDS = 3

/** How alike messages are, in logits. */
export interface Likenesses {
  /** Of each two of the three. */
  readonly logits: readonly number[]
  /** How near each other message of the conversation comes to one of the three. */
  readonly outside: readonly number[]
  /** How many triples of the conversation may be one: the more, the likelier is one by chance. */
  readonly likely: number
}

/**
 * What three messages have in common: how alike each two are, closest first, what all three share, and how near the
 * others of the conversation come to them: all that is about one lamp is somewhat alike.
 */
export const tripleFeatures = (
  messages: readonly [Asked, Asked, Asked],
  { logits, outside, likely }: Likenesses,
  aspects: Aspects,
): readonly number[] => {
  const [one, other, third] = messages
  const [closest = 0, middle = 0, farthest = 0] = logits.map(bounded).sort((left, right) => right - left)
  const fewest = Math.min(...messages.map(({ units }) => units.length))
  return [
    1,
    closest,
    middle,
    farthest,
    Math.max(0, middle),
    Math.min(0, farthest),
    Math.sqrt(core(one.meanings, other.meanings, third.meanings, DAMPING)),
    Math.sqrt(core(one.runs, other.runs, third.runs, DAMPING)),
    Number(fewest < FEW_WORDS),
    Math.log1p(fewest) / 2,
    ...inAspects(messages, aspects),
    ...inContext(middle, outside),
    Math.log(likely) / 2,
  ]
}

const MANY = 4

const inContext = (middle: number, outside: readonly number[]): readonly number[] => {
  const nearest = Math.max(-SURE / 2, ...outside.map(bounded))
  return [Math.min(outside.length, MANY) / MANY, Math.max(0, nearest - middle)]
}

const bounded = (logit: number): number => Math.max(-SURE, Math.min(SURE, logit)) / 2

/** What all three ask about the thing that they are about. */
const inAspects = ([one, other, third]: readonly [Asked, Asked, Asked], aspects: Aspects): readonly number[] => {
  let [sum, clearest, asking] = [0, 0, 0]
  for (const [meaning, share] of one.clear) {
    const least = Math.min(share, other.clear.get(meaning) ?? 0, third.clear.get(meaning) ?? 0)
    const weight = least * (aspects.weights[meaning] ?? 0)
    sum += weight
    clearest = Math.max(clearest, weight)
    if (least > 0 && aspects.questions.has(meaning)) asking = 1
  }
  const kinds = new Set([one, other, third].map(({ clear }) => questionOf(clear, aspects)))
  return [sum / 4, clearest / 3, asking, Number(kinds.size === 1), Number(kinds.size > 2)]
}

const questionOf = (clear: Asked['clear'], { questions }: Aspects): number => {
  for (const meaning of clear.keys()) if (questions.has(meaning)) return meaning
  return -1
}

/** How likely all three ask the same. */
export const probability = (features: readonly number[], weights: readonly number[]): number =>
  1 / (1 + Math.exp(-features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)))
