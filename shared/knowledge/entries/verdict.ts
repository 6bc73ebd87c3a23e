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
/** What the bare margin counts, and the likeness to single questions; found on seven authored companies. */
const BARE = 2
const BESIDE = 6

/**
 * The likelihood tells a question of another matter; the bare margin besides it tells one that nothing fits, as the
 * likelihood only compares classes. `likeness`, to each entry's questions and last to the neighbouring matters', tells
 * one that differs by a word from both. Over seven authored companies the mean area under the curve is .882 by the
 * likelihood, .883 with the margin, .890 with all three; the German one loses .006 by the third.
 */
export const verdictOf = (margins: Float64Array, entries: number, likeness: Float64Array): Verdict => {
  const shares = likelihoods(margins)
  const entry = highest(margins.subarray(0, entries))
  const beside = (likeness[entry] ?? 0) - (likeness[entries] ?? 0)
  const share = Math.min(1 - SURE, Math.max(SURE, shares[entry] ?? 0))
  return {
    entry,
    margin: Math.log(share / (1 - share)) + BARE * (margins[entry] ?? 0) + BESIDE * beside,
    outside: highest(margins.subarray(entries)),
    outsideShare: shares.subarray(entries).reduce((sum, one) => sum + one, 0),
  }
}
