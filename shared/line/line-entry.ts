import type { RoutingFacts } from '../routing/facts.ts'
import type { TriggerKind } from '../triggers/trigger.ts'

/** One conversation waiting for a team. Written and deleted only inside transactions. */
export interface LineEntry {
  readonly team: string
  readonly threadId: string
  readonly conversationId: string
  readonly handoffId: string
  /** Since when it lasts, for good: no release, transfer or expiry rewrites it. */
  readonly startedAt: number
  /** By how much older it counts in every line, decided at its first handoff and for good. @default 0 */
  readonly headStartMs?: number
  readonly handedOffAt: number
  /** Since when this team has it: what an overflow rule measures. */
  readonly teamSince: number
  /** The thread's epoch while this entry is valid; an older entry's copy cannot be claimed. */
  readonly epoch: number
  readonly kind: TriggerKind
  readonly trigger: string
  readonly topic?: string
  readonly reason: string
  readonly firstClaimedAt?: number
  /** What overflow rules go by, as it was at the handoff; absent in an entry older than such rules. */
  readonly facts?: RoutingFacts
}

/** What says where an entry stands. */
export type Placed = Pick<LineEntry, 'startedAt' | 'headStartMs' | 'conversationId'>

/** The place in every line, a time that never changes: when the conversation began, less its head start. */
export const placeOf = ({ startedAt, headStartMs = 0 }: Pick<Placed, 'startedAt' | 'headStartMs'>): number =>
  startedAt - headStartMs

/** A claimed and not yet accepted conversation: it goes back to its place when the lease runs out. */
export interface Lease extends LineEntry {
  readonly leaseUntil: number
  readonly agentId: string
  /** The SQS receipt of the ticket that wakes the team when the lease ends; absent when there was none. */
  readonly ticket?: string
}

/** Since when nobody answers: once somebody had it, from when it came to its team. */
export const waitingSince = ({
  handedOffAt,
  teamSince,
  firstClaimedAt,
}: Pick<LineEntry, 'handedOffAt' | 'teamSince' | 'firstClaimedAt'>): number =>
  firstClaimedAt === undefined ? handedOffAt : teamSince

/** The smallest (place, id) is served first. */
export const inLineOrder = (a: Placed, b: Placed): number =>
  placeOf(a) - placeOf(b) || (a.conversationId < b.conversationId ? -1 : a.conversationId > b.conversationId ? 1 : 0)

export const waitingEntryOf = ({ leaseUntil, agentId, ticket, ...entry }: Lease, epoch: number): LineEntry => ({
  ...entry,
  epoch,
})
