import type { StoredAttachment } from '#shared/attachment/stored-attachment.ts'
import type { Change } from '#shared/handoff/change.ts'
import type { Handoff } from '#shared/handoff/handoff.ts'
import { entryOf } from '#shared/handoff/held-handoff.ts'
import type { Agent } from '#shared/line/agent.ts'
import type { LineEntry } from '#shared/line/line-entry.ts'
import { handoffIdOf } from '#shared/thread/ids.ts'
import type { Message } from '#shared/thread/message.ts'
import { conversationIdOf, type Waiting } from '#shared/thread/thread-state.ts'
import { addressOf, threadOf } from './inbound.ts'

export interface WaitingFields {
  /** The channel's own key: another key, another thread. */
  readonly key?: string
  readonly team?: string
  readonly startedAt: number
  readonly headStartMs?: number
  readonly openedAt?: number
  readonly trigger?: string
  /** What the customer sent along. */
  readonly attachments?: readonly StoredAttachment[]
}

export interface WaitingConversation {
  readonly state: Waiting
  readonly handoff: Handoff
  readonly entry: LineEntry
  readonly messages: readonly Message[]
  /** What a turn commits: the thread, its messages, the handoff and the place in the line. */
  readonly changes: readonly Change[]
}

const handoffOf = (
  thread: { threadId: string; conversationId: string },
  fields: Required<Omit<WaitingFields, 'attachments'>>,
): Handoff => {
  const { startedAt, headStartMs, openedAt, team, trigger } = fields
  const ref = { threadId: thread.threadId, openedAt, n: 1 }
  return {
    ...ref,
    ...thread,
    id: handoffIdOf(ref),
    status: 'waiting',
    epoch: 2,
    startedAt,
    ...(headStartMs > 0 && { headStartMs }),
    team,
    teamSince: openedAt,
    rule: 'default',
    kind: 'failure',
    trigger,
    reason: 'Failure: asks for a person: "a human"',
    fired: [{ trigger, kind: 'failure', evidence: { score: 1, threshold: 1 }, reason: 'asks for a person' }],
    configVersion: 'test-version',
    language: 'en',
    channel: 'standard',
    customerId: 'u-17',
    brief: {
      summary: 'The customer wrote: "a human"',
      customer: { id: 'u-17', verified: {}, verifications: [] },
      records: [],
      tried: [],
    },
    claims: 0,
    releases: 0,
    declines: 0,
    expiries: 0,
    transfers: 0,
    overflows: 0,
    attemptId: '',
  }
}

/** A conversation that was handed off and waits, as a turn would have stored it. */
export const waitingConversation = (given: WaitingFields): WaitingConversation => {
  const { key = 'thread-1', startedAt } = given
  const fields = {
    key,
    team: 'care',
    headStartMs: 0,
    openedAt: startedAt + 1,
    trigger: 'asked-for-human',
    ...given,
  }
  const threadId = threadOf(key)
  const named = { threadId, conversationId: conversationIdOf(threadId, 1) }
  const handoff = handoffOf(named, fields)
  const messages: Message[] = [
    {
      ...named,
      id: `in-${key}`,
      at: startedAt,
      author: { kind: 'customer', id: 'u-17' },
      text: 'a human',
      dedupeId: key,
      ...(given.attachments && { attachments: given.attachments }),
    },
    {
      ...named,
      id: `notice-${key}`,
      at: startedAt + 1,
      author: { kind: 'system' },
      text: 'Care is told.',
      delivery: 'sent',
    },
  ]
  const state: Waiting = {
    ...named,
    address: addressOf(key),
    status: 'waiting',
    epoch: 2,
    lastMessageAt: startedAt + 1,
    conversation: 1,
    startedAt,
    headStartMs: fields.headStartMs,
    messages: messages.length,
    handoffs: 1,
    assistantSince: startedAt,
    lastCustomerAt: startedAt,
    lastOutgoing: { id: `notice-${key}`, at: startedAt + 1, by: 'turn' },
    customerId: 'u-17',
    language: 'en',
    attemptId: '',
    team: fields.team,
    handoffId: handoff.id,
  }
  const entry = entryOf(handoff, fields.team, 2)
  const changes: readonly Change[] = [
    { kind: 'thread-begun', state },
    ...messages.map((message): Change => ({ kind: 'message-added', message })),
    { kind: 'handoff-opened', handoff },
    { kind: 'line-entered', entry },
  ]
  return { state, handoff, entry, messages, changes }
}

export const agentOf = (
  id: string,
  teams: readonly string[] = ['care', 'billing'],
  roles: Partial<Agent> = {},
): Agent => ({
  id,
  name: `Agent ${id}`,
  teams,
  supervisor: false,
  admin: false,
  ...roles,
})
