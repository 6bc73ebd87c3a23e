import { type Coefficients, calibrate } from './confidence.ts'
import type { Evidence } from './evidence.ts'

export interface Rankable {
  readonly evidence: Evidence
  /** In the customer's language, or nobody knows the customer's language. */
  readonly ownLanguage: boolean
}

/** How much surer a passage in another language must be to come before one that the customer can read. */
const foreignDiscount = 0.6

/** Best first, with confidence. The preference for the customer's language orders passages; it is no part of the probability. */
export const rank = <T extends Rankable>(
  found: readonly T[],
  coefficients?: Coefficients,
): (T & { readonly confidence: number })[] =>
  found
    .map((candidate) => {
      const confidence = calibrate(candidate.evidence, coefficients)
      return { candidate, confidence, preference: candidate.ownLanguage ? confidence : confidence * foreignDiscount }
    })
    .sort((a, b) => b.preference - a.preference)
    .map(({ candidate, confidence }) => ({ ...candidate, confidence }))
