import { correction, type Network } from './network.ts'
import type { Meant, PairFeatures } from './pair-features.ts'

export interface PairWeights {
  readonly dense: readonly number[]
  /** By meaning. */
  readonly shared: readonly number[]
  readonly apart: readonly number[]
  /** `crossed[one * meanings + other]`, the same in either order: what is said for one another. */
  readonly crossed: Float32Array
  /** Corrects what the single numbers say by what they say together. */
  readonly network: Network
}

/** In logits: above zero two messages rather ask the same. */
export const likeness = (features: PairFeatures, weights: PairWeights): number => {
  const { thought, values } = thoughtOf(features, weights)
  return thought + correction(values, weights.network)
}

/** What the single numbers say in sum, and all that the network looks at. */
export const thoughtOf = (
  { dense, shared, here, there }: PairFeatures,
  weights: Omit<PairWeights, 'network'>,
): { readonly thought: number; readonly values: readonly number[] } => {
  let alike = 0
  for (let at = 0; at < dense.length; at++) alike += (dense[at] ?? 0) * (weights.dense[at] ?? 0)
  const together = total(shared, weights.shared) * shareOf(shared.length)
  const against = (total(here, weights.apart) + total(there, weights.apart)) * shareOf(here.length + there.length)
  const crossed = forOneAnother(here, there, weights) * shareOf(here.length * there.length)
  return { thought: alike + together - against + crossed, values: [...dense, together, against, crossed] }
}

const total = (meanings: readonly Meant[], weights: readonly number[]): number => {
  let sum = 0
  for (const { meaning, share } of meanings) sum += share * (weights[meaning] ?? 0)
  return sum
}

const forOneAnother = (
  here: readonly Meant[],
  there: readonly Meant[],
  { crossed, shared }: Omit<PairWeights, 'network'>,
): number => {
  let sum = 0
  for (const one of here)
    for (const other of there)
      sum += one.share * other.share * (crossed[one.meaning * shared.length + other.meaning] ?? 0)
  return sum
}

/** Divided by the root of their number, so that a long message does not say more than it says. */
export const shareOf = (many: number): number => 1 / Math.sqrt(1 + many)
