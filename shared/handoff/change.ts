import type { RecordPatch } from '../aws/record-patch.ts'
import type { Lease, LineEntry } from '../line/line-entry.ts'
import type { Message } from '../thread/message.ts'
import type { ConversationRecord, ThreadRecord, ThreadState } from '../thread/thread-state.ts'
import type { EventSubject } from './events-of.ts'
import type { Handoff } from './handoff.ts'
import type { HandoffEvent } from './handoff-event.ts'

export type ThreadPatch = RecordPatch<ThreadRecord>
export type HandoffPatch = RecordPatch<Handoff>

/** One record's part of a transaction. Each kind carries its own condition, written once, in the adapter. */
export type Change =
  /** Refused when the thread exists. */
  | { readonly kind: 'thread-begun'; readonly state: ThreadState }
  | { readonly kind: 'thread-changed'; readonly threadId: string; readonly patch: ThreadPatch }
  | {
      readonly kind: 'message-added'
      readonly message: Message
      /** The queue message that caused it stays until it is handed over: the sweep need not know of it from the start. */
      readonly unlisted?: true
    }
  /** Refused when the same delivery was seen in the last 14 days. */
  | { readonly kind: 'delivery-seen'; readonly threadId: string; readonly dedupeId: string; readonly at: number }
  /** The mark of a message that is stored already: never refused, or what stands in its way would stop the thread for good. */
  | { readonly kind: 'delivery-marked'; readonly threadId: string; readonly dedupeId: string; readonly at: number }
  /** Who wrote in the open conversation and is not the one in its state any more: an erasure finds the thread by them, too. */
  | {
      readonly kind: 'person-noted'
      readonly threadId: string
      readonly person: Pick<Required<ThreadRecord>, 'customerId'> & Pick<ThreadRecord, 'senderId'>
      readonly at: number
    }
  | { readonly kind: 'conversation-closed'; readonly record: ConversationRecord }
  | { readonly kind: 'handoff-opened'; readonly handoff: Handoff }
  | {
      readonly kind: 'handoff-changed'
      readonly handoffId: string
      readonly patch: HandoffPatch
      /** The handoff as it was, where no entry of a line says it beside this. */
      readonly about?: EventSubject
    }
  /** Stored with what it tells of, and gone once the bus has it. */
  | { readonly kind: 'event-owed'; readonly event: HandoffEvent }
  | { readonly kind: 'line-entered'; readonly entry: LineEntry }
  /** Refused when the entry is not in the line as it was read. */
  | { readonly kind: 'line-left'; readonly entry: EntryRef }
  | { readonly kind: 'lease-started'; readonly lease: Lease }
  /** Refused when the lease was renewed, accepted or taken back. */
  | { readonly kind: 'lease-ended'; readonly lease: LeaseRef }
  /** Refused when the agent holds `capacity` handoffs. */
  | {
      readonly kind: 'agent-took'
      readonly agentId: string
      readonly handoffId: string
      readonly capacity: number
      readonly at: number
    }
  | { readonly kind: 'agent-freed'; readonly agentId: string; readonly handoffId: string; readonly at: number }
  /** Refused when the claim id was used. */
  | {
      readonly kind: 'claim-recorded'
      readonly agentId: string
      readonly claimId: string
      readonly handoffId: string
      readonly at: number
    }
  /** Refused when the agent's idempotency key was used. */
  | { readonly kind: 'write-seen'; readonly key: string; readonly messageId: string; readonly at: number }

export type EntryRef = Pick<LineEntry, 'team' | 'startedAt' | 'headStartMs' | 'conversationId' | 'epoch'>
export type LeaseRef = Pick<Lease, 'team' | 'leaseUntil' | 'conversationId' | 'epoch'>

export interface Refusal {
  readonly kind: Change['kind']
  /** Which of the changes that were to be committed. */
  readonly index: number
  /** The record that stood in the way, if there is one. */
  readonly existing?: Readonly<Record<string, unknown>>
}

export type Committed =
  | { readonly ok: true }
  /** Nothing was written. No refusals: another transaction was at the same records; try again. */
  | { readonly ok: false; readonly refusals: readonly Refusal[] }

/**
 * All changes or none, in one transaction of at most 100 records. A repeated commit whose first try went through
 * recognises its own `attemptId` on the thread or the handoff, and counts as committed.
 */
export interface Transactions {
  commit(attemptId: string, changes: readonly Change[]): Promise<Committed>
}

export const refusedKinds = (committed: Committed): readonly Change['kind'][] =>
  committed.ok ? [] : committed.refusals.map(({ kind }) => kind)
