export type Counts = Readonly<Record<string, number>>

/** The most frequent first; what has no name is not counted. */
export const countBy = <T>(all: readonly T[], key: (one: T) => string | undefined): Counts => {
  const counts = new Map<string, number>()
  for (const name of all.map(key)) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)))
}

/** Grouped by a name, the largest group first. */
export const groupedBy = <T>(
  all: readonly T[],
  key: (one: T) => string,
): readonly (readonly [string, readonly T[]])[] =>
  [...Map.groupBy(all, key)].sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1))
