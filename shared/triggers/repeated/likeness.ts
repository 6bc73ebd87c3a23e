import type { PairFeatures } from './pair-features.ts'

export interface PairWeights {
  readonly dense: readonly number[]
  /** By meaning. */
  readonly shared: readonly number[]
  readonly apart: readonly number[]
  /** `crossed[one * meanings + other]`, the same in either order: what is said for one another. */
  readonly crossed: Float32Array
}

/** In logits: above zero two messages rather ask the same. */
export const likeness = ({ dense, shared, here, there }: PairFeatures, weights: PairWeights): number => {
  let alike = 0
  for (let at = 0; at < dense.length; at++) alike += (dense[at] ?? 0) * (weights.dense[at] ?? 0)
  const together = total(shared, weights.shared) * shareOf(shared.length)
  const against = (total(here, weights.apart) + total(there, weights.apart)) * shareOf(here.length + there.length)
  return alike + together - against + forOneAnother(here, there, weights) * shareOf(here.length * there.length)
}

const total = (meanings: readonly number[], weights: readonly number[]): number => {
  let sum = 0
  for (const meaning of meanings) sum += weights[meaning] ?? 0
  return sum
}

const forOneAnother = (here: readonly number[], there: readonly number[], { crossed, shared }: PairWeights): number => {
  let sum = 0
  for (const one of here) for (const other of there) sum += crossed[one * shared.length + other] ?? 0
  return sum
}

/** Divided by the root of their number, so that a long message does not say more than it says. */
export const shareOf = (many: number): number => 1 / Math.sqrt(1 + many)
