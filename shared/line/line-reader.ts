import type { Lease, LineEntry } from './line-entry.ts'

export interface LineHead {
  /** Leases that ran out by `now`, soonest first: they go back to their places before anybody is served. */
  readonly expired: readonly Lease[]
  /** Leases that still run, soonest end first; of very many, only the first. */
  readonly running: readonly Lease[]
  /** The longest conversation that waits. */
  readonly first?: LineEntry
}

export interface LinePage {
  readonly entries: readonly LineEntry[]
  /** Opaque; absent on the last page. */
  readonly next?: string
}

/** How long a line is, and how long it takes. */
export interface LineMeasure {
  readonly waiting: number
  /** Since when the longest of them waits; absent where nobody does. */
  readonly since?: number
}

/** Strongly consistent reads of a team's line, never through an index. */
export interface LineReader {
  /** The clock is asked once the answer is here, which may have put it right. */
  head(team: string, clock: () => number): Promise<LineHead>
  list(team: string, page: { limit: number; after?: string }): Promise<LinePage>
  /** Entries waiting, counted up to `limit`. */
  countWaiting(team: string, limit: number): Promise<number>
  /** The same count, for the same reading, with the longest wait among them. */
  measure(team: string, limit: number): Promise<LineMeasure>
}
