/** One conversation waiting for a team. Written and deleted only inside transactions. */
export interface LineEntry {
  readonly team: string
  readonly threadId: string
  readonly conversationId: string
  readonly handoffId: string
  /** The place in the line, for good: no release, transfer or expiry rewrites it. */
  readonly startedAt: number
  readonly handedOffAt: number
  /** Since when this team has it: what an overflow rule measures. */
  readonly teamSince: number
  /** The thread's epoch while this entry is valid; an older entry's copy cannot be claimed. */
  readonly epoch: number
  readonly kind: string
  readonly trigger: string
  readonly topic?: string
  readonly reason: string
  readonly firstClaimedAt?: number
}

/** A claimed and not yet accepted conversation: it goes back to its place when the lease runs out. */
export interface Lease extends LineEntry {
  readonly leaseUntil: number
  readonly agentId: string
  /** The SQS receipt of the ticket that wakes the team when the lease ends; absent when there was none. */
  readonly ticket?: string
}

/** Ascending total conversation time's reverse: who wrote first is served first; ids settle a tie. */
export const inLineOrder = (
  a: Pick<LineEntry, 'startedAt' | 'conversationId'>,
  b: Pick<LineEntry, 'startedAt' | 'conversationId'>,
): number =>
  a.startedAt - b.startedAt || (a.conversationId < b.conversationId ? -1 : a.conversationId > b.conversationId ? 1 : 0)

export const waitingEntryOf = ({ leaseUntil, agentId, ticket, ...entry }: Lease, epoch: number): LineEntry => ({
  ...entry,
  epoch,
})
