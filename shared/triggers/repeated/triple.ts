import type { Asked } from './asked.ts'
import { DAMPING } from './pair-features.ts'
import { core } from './sparse.ts'

/** Logits beyond this are as sure as can be. */
export const SURE = 5
const FEW_WORDS = 3

/** What three messages have in common: how alike each two are, closest first, and what all three share. */
export const tripleFeatures = (
  messages: readonly [Asked, Asked, Asked],
  likenesses: readonly number[],
): readonly number[] => {
  const [one, other, third] = messages
  const [closest = 0, middle = 0, farthest = 0] = likenesses
    .map((logit) => Math.max(-SURE, Math.min(SURE, logit)) / 2)
    .sort((left, right) => right - left)
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
  ]
}

/** How likely all three ask the same. */
export const probability = (features: readonly number[], weights: readonly number[]): number =>
  1 / (1 + Math.exp(-features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)))
