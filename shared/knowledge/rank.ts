import { type Coefficients, calibrate } from './confidence.ts'
import type { Evidence } from './evidence.ts'

export interface Rankable {
  readonly evidence: Evidence
  /** In the customer's language, or nobody knows the customer's language. */
  readonly ownLanguage: boolean
}

/** How much surer a passage in another language must be to come before one that the customer can read. */
const foreignDiscount = 0.6

/** Best first; the preference for the customer's language orders passages, and is no part of the probability. */
export const inOrder = <T extends { readonly confidence: number; readonly ownLanguage: boolean }>(
  found: readonly T[],
): T[] => {
  const preference = ({ confidence, ownLanguage }: T) => (ownLanguage ? confidence : confidence * foreignDiscount)
  return found.toSorted((a, b) => preference(b) - preference(a))
}

/** Best first, with confidence. */
export const rank = <T extends Rankable>(
  found: readonly T[],
  coefficients?: Coefficients,
): (T & { readonly confidence: number })[] =>
  inOrder(found.map((candidate) => ({ ...candidate, confidence: calibrate(candidate.evidence, coefficients) })))
