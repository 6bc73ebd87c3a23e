import type { Change } from '#shared/handoff/change.ts'
import { eventsOf } from '#shared/handoff/events-of.ts'
import type { HandoffEvent } from '#shared/handoff/handoff-event.ts'
import type { Lease } from '#shared/line/line-entry.ts'
import type { Message } from '#shared/thread/message.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

export const startedAt = 1_700_000_000_000
export const seeded = waitingConversation({ startedAt })
export const { state, handoff, entry } = seeded
export const { threadId } = state
const lease: Lease = { ...entry, leaseUntil: startedAt + 120_000, agentId: 'ann' }
export const message: Message = {
  threadId,
  id: 'm-9',
  conversationId: state.conversationId,
  at: startedAt + 9,
  author: { kind: 'customer' },
  text: 'hello',
}
const record = {
  id: state.conversationId,
  threadId,
  startedAt,
  closedAt: startedAt + 50,
  messages: 2,
  outcome: 'solved',
}

export const took = (agentId: string, handoffId: string, capacity: number): Change => ({
  kind: 'agent-took',
  agentId,
  handoffId,
  capacity,
  at: startedAt,
})
export const threadPatch = (expectation: object, rest: object = {}): Change => ({
  kind: 'thread-changed',
  threadId,
  patch: { expect: expectation, set: { language: 'de' }, ...rest },
})
const handoffPatch = (expectation: object): Change => ({
  kind: 'handoff-changed',
  handoffId: handoff.id,
  patch: { expect: expectation, set: { rule: 'another' } },
})
const seen = (dedupeId: string, thread = threadId): Change => ({
  kind: 'delivery-seen',
  threadId: thread,
  dedupeId,
  at: startedAt,
})
export const claimed = (agentId: string): Change => ({
  kind: 'claim-recorded',
  agentId,
  claimId: 'c-1',
  handoffId: handoff.id,
  at: startedAt,
})

interface Case {
  readonly name: string
  readonly there: readonly Change[]
  readonly change: Change
}

const there = seeded.changes
const leased: readonly Change[] = [...there, { kind: 'lease-started', lease }]

const [event] = eventsOf(waitingConversation({ startedAt }).changes, startedAt)
const owed: Change = { kind: 'event-owed', event: event as HandoffEvent }

export const accepted: readonly Case[] = [
  { name: 'a thread that nobody wrote on before', there: [], change: { kind: 'thread-begun', state } },
  { name: 'a thread as it was read', there, change: threadPatch({ status: 'waiting', epoch: 2 }) },
  {
    name: 'a thread whose number is below the bound',
    there,
    change: threadPatch({}, { expectBelow: { lastCustomerAt: startedAt + 1 } }),
  },
  {
    name: 'a thread whose number is above the bound',
    there,
    change: threadPatch({}, { expectAbove: { lastCustomerAt: startedAt - 1 } }),
  },
  { name: 'a message at its own time', there, change: { kind: 'message-added', message } },
  { name: 'a delivery not seen before', there: [seen('d-1')], change: seen('d-2') },
  { name: 'the same delivery id of another thread', there: [seen('d-1')], change: seen('d-1', 'another') },
  {
    name: 'a delivery that is stored, marked again',
    there: [seen('d-1')],
    change: { kind: 'delivery-marked', threadId, dedupeId: 'd-1', at: startedAt },
  },
  {
    name: 'one who wrote before, noted again',
    there: [{ kind: 'person-noted', threadId, person: { customerId: 'c-1' }, at: startedAt }],
    change: { kind: 'person-noted', threadId, person: { customerId: 'c-1', senderId: 'telegram:17' }, at: startedAt },
  },
  { name: 'a conversation that closes', there, change: { kind: 'conversation-closed', record } },
  { name: 'a handoff that opens', there: [], change: { kind: 'handoff-opened', handoff } },
  { name: 'a handoff as it was read', there, change: handoffPatch({ status: 'waiting', epoch: 2 }) },
  { name: 'a place in the line', there: [], change: { kind: 'line-entered', entry } },
  { name: 'a place in another line', there, change: { kind: 'line-entered', entry: { ...entry, team: 'billing' } } },
  { name: 'leaving the line as it was read', there, change: { kind: 'line-left', entry } },
  { name: 'a lease', there, change: { kind: 'lease-started', lease } },
  { name: 'the end of a lease as it was read', there: leased, change: { kind: 'lease-ended', lease } },
  { name: 'an agent with nothing in hand', there: [], change: took('ann', handoff.id, 1) },
  { name: 'an agent under the capacity', there: [took('ann', 'h-1', 2)], change: took('ann', 'h-2', 2) },
  {
    name: 'freeing an agent who holds nothing',
    there: [],
    change: { kind: 'agent-freed', agentId: 'ann', handoffId: 'h-1', at: startedAt },
  },
  { name: 'a claim id of another agent', there: [claimed('ann')], change: claimed('bob') },
  {
    name: 'a new idempotency key',
    there: [],
    change: { kind: 'write-seen', key: 'k-1', messageId: 'm-1', at: startedAt },
  },
  { name: 'an event', there: [], change: owed },
  { name: 'an event that is owed already', there: [owed], change: owed },
]

export const refused: readonly Case[] = [
  { name: 'a thread that exists', there, change: { kind: 'thread-begun', state } },
  { name: 'a thread that does not exist', there: [], change: threadPatch({ status: 'waiting' }) },
  { name: 'a thread in another status', there, change: threadPatch({ status: 'assistant', epoch: 2 }) },
  { name: 'a thread in another epoch', there, change: threadPatch({ status: 'waiting', epoch: 1 }) },
  { name: 'a thread that lacks the attribute', there, change: threadPatch({ agentId: 'ann' }) },
  {
    name: 'a thread whose number is at the upper bound',
    there,
    change: threadPatch({}, { expectBelow: { lastCustomerAt: startedAt } }),
  },
  {
    name: 'a thread whose number is at the lower bound',
    there,
    change: threadPatch({}, { expectAbove: { lastCustomerAt: startedAt } }),
  },
  {
    name: 'a thread that lacks the bounded attribute',
    there,
    change: threadPatch({}, { expectAbove: { leaseUntil: 1 } }),
  },
  {
    name: 'a message that is stored',
    there: [{ kind: 'message-added', message }],
    change: { kind: 'message-added', message: { ...message, text: 'other words' } },
  },
  { name: 'a delivery seen before', there: [seen('d-1')], change: seen('d-1') },
  {
    name: 'a delivery marked before',
    there: [{ kind: 'delivery-marked', threadId, dedupeId: 'd-1', at: startedAt }],
    change: seen('d-1'),
  },
  {
    name: 'a conversation that is closed',
    there: [{ kind: 'conversation-closed', record }],
    change: { kind: 'conversation-closed', record },
  },
  { name: 'a handoff that is open', there, change: { kind: 'handoff-opened', handoff } },
  { name: 'a handoff that does not exist', there: [], change: handoffPatch({}) },
  { name: 'a handoff in another status', there, change: handoffPatch({ status: 'claimed', epoch: 2 }) },
  { name: 'a handoff in another epoch', there, change: handoffPatch({ status: 'waiting', epoch: 3 }) },
  { name: 'a place that is taken', there, change: { kind: 'line-entered', entry } },
  { name: 'leaving a line one is not in', there: [], change: { kind: 'line-left', entry } },
  { name: 'leaving under an older epoch', there, change: { kind: 'line-left', entry: { ...entry, epoch: 1 } } },
  { name: 'a lease that exists', there: leased, change: { kind: 'lease-started', lease } },
  { name: 'the end of a lease that there is none of', there, change: { kind: 'lease-ended', lease } },
  {
    name: 'the end of a lease that was renewed',
    there: leased,
    change: { kind: 'lease-ended', lease: { ...lease, leaseUntil: lease.leaseUntil - 1 } },
  },
  {
    name: 'the end of a lease of an older epoch',
    there: leased,
    change: { kind: 'lease-ended', lease: { ...lease, epoch: 1 } },
  },
  { name: 'an agent at capacity', there: [took('ann', 'h-1', 1)], change: took('ann', 'h-2', 1) },
  { name: 'a claim id that was used', there: [claimed('ann')], change: claimed('ann') },
  {
    name: 'an idempotency key that was used',
    there: [{ kind: 'write-seen', key: 'k-1', messageId: 'm-1', at: startedAt }],
    change: { kind: 'write-seen', key: 'k-1', messageId: 'm-2', at: startedAt },
  },
]

export const titled = (cases: readonly Case[]) => cases.map((one) => [`${one.change.kind}: ${one.name}`, one] as const)
