import type { Group } from './groups.ts'

/** Of how much use something is for telling what is asked, and in how many lines it stands. */
export interface Telling<T> {
  readonly what: T
  readonly lines: number
  /** In nats: how much likelier two lines of one group share it than two lines of any. */
  readonly weight: number
}

/** As if every word had been seen so often in groups that keep it in so many of their other lines. */
const PRIOR_LINES = 3
const PRIOR_KEPT = 0.3

/**
 * A word tells what is asked if it is rare and if who asks the same again says it again: "Monday" is as rare as "refund"
 * and is kept far less.
 */
export const tellingOf = <T>(
  groups: readonly Group[],
  read: (line: string, group: Group) => Iterable<T>,
): readonly Telling<T>[] => {
  const seen = new Map<T, { lines: number; kept: number }>()
  let total = 0
  for (const group of groups) {
    const lines = group.lines.map((line) => new Set(read(line, group)))
    total += lines.length
    for (const line of lines)
      for (const what of line) {
        const found = seen.get(what) ?? { lines: 0, kept: 0 }
        const others = lines.filter((other) => other !== line && other.has(what)).length
        found.lines++
        found.kept += others / Math.max(1, lines.length - 1)
        seen.set(what, found)
      }
  }
  return [...seen].map(([what, { lines, kept }]) => {
    const share = (kept + PRIOR_LINES * PRIOR_KEPT) / (lines + PRIOR_LINES)
    return { what, lines, weight: Math.log((share * total) / lines) }
  })
}
