import type { WaitSample } from './wait-sample.ts'

/** The line as it is now. */
export interface LineNow {
  readonly waiting: number
  /** Of whoever waits longest for this team. */
  readonly longestMs: number
}

/** Of ten who are told a bound, nine are answered within it while things stay as they were; some of that is for things that change. */
const share = 0.9
/** In minutes; beyond the last, a bound helps nobody. */
const bounds = [5, 10, 15, 20, 30, 45, 60, 90, 120]
const minuteMs = 60_000
/** Of a product of many fractions. */
const rounding = 1e-9
/** Whoever comes now waits about as long as whoever is served next has, and longer where the line grows. */
const growth = 1.5
/** A line a little longer than those that were seen is still one of them. */
const longerBy = 1.25
const shortestLine = 3

/**
 * The wait that `share` of customers stay under, by Kaplan and Meier: whoever still waits, or left unanswered, counts as
 * longer than they waited. Of the ended waits alone the short ones are too many. Nothing where the long ones are not seen.
 */
const quantile = (samples: readonly WaitSample[]): number | undefined => {
  // Of equal waits the ended ones first: who waits on has outlasted them.
  const waits = samples
    .map(({ from, to, answered }) => ({ ms: to - from, answered }))
    .toSorted((one, other) => one.ms - other.ms || Number(other.answered) - Number(one.answered))
  let staying = 1
  for (const [at, { ms, answered }] of waits.entries()) {
    if (answered) staying *= 1 - 1 / (waits.length - at)
    if (staying <= 1 - share + rounding) return ms
  }
  return undefined
}

/** How many others waited as each of them came: the longest line that the samples know of. */
const longestLine = (samples: readonly WaitSample[]): number =>
  Math.max(
    shortestLine,
    ...samples.map(({ from }) => samples.filter((other) => other.from < from && from < other.outOfLine).length),
  )

/**
 * A bound in minutes, for whoever joins the line now; nothing where the samples are too few, say too little, or come from
 * a line that was never as long as today's.
 */
export const likelyWait = (samples: readonly WaitSample[], line: LineNow, enough: number): number | undefined => {
  if (samples.filter(({ answered }) => answered).length < enough) return undefined
  const wait = quantile(samples)
  if (wait === undefined || line.waiting > longerBy * longestLine(samples)) return undefined
  return bounds.find((minutes) => minutes * minuteMs >= Math.max(wait, growth * line.longestMs))
}
