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

/** Strongly consistent reads of a team's line, never through an index. */
export interface LineReader {
  /** The clock is asked once the answer is here, which may have put it right. */
  head(team: string, clock: () => number): Promise<LineHead>
  list(team: string, page: { limit: number; after?: string }): Promise<LinePage>
  /** Entries waiting, counted up to `limit`. */
  countWaiting(team: string, limit: number): Promise<number>
}
