import type { Group } from './groups.ts'

/** As if each had been seen in so many more lines, kept so often by those that ask the same and by those that ask another thing. */
const PRIOR_LINES = 4
const PRIOR_KEPT = 0.1
const PRIOR_ACROSS = 0.05

/**
 * How much each meaning tells of what is asked about a thing, rather than about which thing, in nats: in questions about
 * one lamp "dim" is kept by those that ask the same and "lamp" by all.
 */
export const aspectsOf = (
  groups: readonly Group[],
  read: (line: string, group: Group) => Iterable<number>,
): ReadonlyMap<number, number> => {
  const seen = new Map<number, { lines: number; kept: number; across: number }>()
  for (const family of Map.groupBy(groups, (group) => group.family).values()) {
    const counted = family.map((group) => counting(group, read))
    for (const own of counted)
      for (const [meaning, lines] of own.counts) {
        const found = seen.get(meaning) ?? { lines: 0, kept: 0, across: 0 }
        const others = counted.filter((other) => other !== own)
        const strangers = others.reduce((sum, { size }) => sum + size, 0)
        if (own.size < 2 || strangers === 0) continue
        const elsewhere = others.reduce((sum, { counts }) => sum + (counts.get(meaning) ?? 0), 0)
        found.lines += lines
        found.kept += (lines * (lines - 1)) / (own.size - 1)
        found.across += (lines * elsewhere) / strangers
        seen.set(meaning, found)
      }
  }
  return new Map([...seen].map(([meaning, counts]) => [meaning, weigh(counts)]))
}

const counting = (group: Group, read: (line: string, group: Group) => Iterable<number>) => {
  const counts = new Map<number, number>()
  for (const line of group.lines)
    for (const meaning of new Set(read(line, group))) counts.set(meaning, (counts.get(meaning) ?? 0) + 1)
  return { counts, size: group.lines.length }
}

const weigh = ({ lines, kept, across }: { lines: number; kept: number; across: number }): number => {
  const within = (kept + PRIOR_LINES * PRIOR_KEPT) / (lines + PRIOR_LINES)
  const without = (across + PRIOR_LINES * PRIOR_ACROSS) / (lines + PRIOR_LINES)
  return Math.max(0, Math.log(within / without))
}
