import { likelihoods } from './fit-classes.ts'

/** What the margins of all classes come to. */
export interface Verdict {
  /** The entry that fits best. */
  readonly entry: number
  /** Grows with the likelihood that the entry answers. */
  readonly margin: number
  /** The class outside all entries that fits best: 0 is everything ordinary, above it the neighbouring matters. */
  readonly outside: number
  /** The likelihood that none of the entries is meant. */
  readonly outsideShare: number
}

const highest = (margins: Float64Array): number => margins.indexOf(Math.max(...margins))
/** A likelihood of one has no odds. */
const SURE = 1e-9

/**
 * The likelihood tells a question of another matter; the bare margin besides it tells one that nothing fits, as the
 * likelihood only compares classes. Their sum is better than either in every company measured.
 */
export const verdictOf = (margins: Float64Array, entries: number): Verdict => {
  const shares = likelihoods(margins)
  const entry = highest(margins.subarray(0, entries))
  const share = Math.min(1 - SURE, Math.max(SURE, shares[entry] ?? 0))
  return {
    entry,
    margin: Math.log(share / (1 - share)) + (margins[entry] ?? 0),
    outside: highest(margins.subarray(entries)),
    outsideShare: shares.subarray(entries).reduce((sum, one) => sum + one, 0),
  }
}
