import {
  agentKey,
  claimKey,
  conversationKey,
  deliverySeenKey,
  eventKey,
  handoffKey,
  type Key,
  leaseKey,
  messageKey,
  personKey,
  stateKey,
  waitingKey,
  writeSeenKey,
} from '#shared/aws/dynamo-keys.ts'
import type { RecordPatch } from '#shared/aws/record-patch.ts'
import type { Change } from '#shared/handoff/change.ts'
import { placeOf } from '#shared/line/line-entry.ts'
import { parseHandoffId } from '#shared/thread/ids.ts'
import type { Message } from '#shared/thread/message.ts'
import type { Stored } from './memory-table.ts'

/** Stands for a message that the sweep is not to know of yet. */
export const unlistedKey = ({ threadId, at, id }: Pick<Message, 'threadId' | 'at' | 'id'>): Key => ({
  pk: 'UNLISTED',
  sk: `${messageKey(threadId, at, id).sk}#${threadId}`,
})

/** One change as a condition on the record that is there, and the record that comes of it. */
export interface Step {
  readonly key: Key
  holds(existing: Stored | undefined): boolean
  /** Nothing: the record goes. */
  next(existing: Stored | undefined): Stored | undefined
}

type Fields = Record<string, unknown>

const isNew = (key: Key, record: object): Step => ({
  key,
  holds: (existing) => existing === undefined,
  next: () => record as Stored,
})

const given = (fields: object | undefined): [string, unknown][] =>
  Object.entries(fields ?? {}).filter(([, value]) => value !== undefined)

const meets = (record: Stored, patch: RecordPatch<Fields>): boolean =>
  given(patch.expect).every(([name, value]) => record[name] === value) &&
  given(patch.expectBelow).every(([name, value]) => name in record && Number(record[name]) < Number(value)) &&
  given(patch.expectAbove).every(([name, value]) => name in record && Number(record[name]) > Number(value))

const patched = <T>(key: Key, patch: RecordPatch<T>, attemptId: string): Step => {
  const plain = patch as unknown as RecordPatch<Fields>
  return {
    key,
    holds: (existing) => existing !== undefined && meets(existing, plain),
    next: (existing) => {
      const record: Fields = { ...existing, ...Object.fromEntries(given(plain.set)), attemptId }
      for (const name of plain.remove ?? []) delete record[name]
      for (const [name, by] of Object.entries(plain.add ?? {})) record[name] = Number(record[name] ?? 0) + Number(by)
      return record
    },
  }
}

const removed = (key: Key, epoch: number): Step => ({
  key,
  holds: (existing) => existing?.epoch === epoch,
  next: () => undefined,
})

const handoffKeyOf = (id: string): Key => {
  const ref = parseHandoffId(id)
  if (!ref) throw new Error(`handoff id ${id} is not one of ours`)
  return handoffKey(ref.threadId, ref.openedAt, ref.n)
}

const openOf = (agent: Stored | undefined): readonly string[] => (agent?.open as readonly string[] | undefined) ?? []

/** The same conditions as the table's, said a second time so that the contract suite can hold the two together. */
export const stepOf = (change: Change, attemptId: string): Step => {
  switch (change.kind) {
    case 'thread-begun':
      return isNew(stateKey(change.state.threadId), { ...change.state, attemptId })
    case 'thread-changed':
      return patched(stateKey(change.threadId), change.patch, attemptId)
    case 'message-added':
      return isNew(messageKey(change.message.threadId, change.message.at, change.message.id), change.message)
    case 'delivery-seen':
      return isNew(deliverySeenKey(change.threadId, change.dedupeId), {})
    case 'delivery-marked':
      return {
        key: deliverySeenKey(change.threadId, change.dedupeId),
        holds: () => true,
        next: (existing) => existing ?? ({} as Stored),
      }
    case 'person-noted': {
      const { threadId, person } = change
      return { key: personKey(threadId, person.customerId), holds: () => true, next: () => person as Stored }
    }
    case 'conversation-closed':
      return isNew(conversationKey(change.record.threadId, change.record.startedAt), change.record)
    case 'handoff-opened':
      return isNew(handoffKeyOf(change.handoff.id), { ...change.handoff, attemptId })
    case 'handoff-changed':
      return patched(handoffKeyOf(change.handoffId), change.patch, attemptId)
    case 'line-entered':
      return isNew(waitingKey(change.entry.team, placeOf(change.entry), change.entry.conversationId), change.entry)
    case 'line-left':
      return removed(
        waitingKey(change.entry.team, placeOf(change.entry), change.entry.conversationId),
        change.entry.epoch,
      )
    case 'lease-started':
      return isNew(leaseKey(change.lease.team, change.lease.leaseUntil, change.lease.conversationId), change.lease)
    case 'lease-ended':
      return removed(
        leaseKey(change.lease.team, change.lease.leaseUntil, change.lease.conversationId),
        change.lease.epoch,
      )
    case 'agent-took':
      return {
        key: agentKey(change.agentId),
        holds: (existing) => openOf(existing).length < change.capacity,
        next: (existing) => ({ open: [...new Set([...openOf(existing), change.handoffId])], seenAt: change.at }),
      }
    case 'agent-freed':
      return {
        key: agentKey(change.agentId),
        holds: () => true,
        next: (existing) => ({ open: openOf(existing).filter((id) => id !== change.handoffId), seenAt: change.at }),
      }
    case 'claim-recorded': {
      const { agentId, claimId, handoffId } = change
      return isNew(claimKey(agentId, claimId), { agentId, claimId, handoffId })
    }
    case 'event-owed':
      return {
        key: eventKey({ id: change.event.id, at: Date.parse(change.event.at) }),
        holds: () => true,
        next: () => ({ event: change.event }),
      }
    case 'write-seen':
      return isNew(writeSeenKey(change.key), { messageId: change.messageId })
  }
}
