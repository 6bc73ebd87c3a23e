import { expect, test } from 'vitest'
import { leftOutcome, returnedOutcome } from '#shared/handoff/handoff.ts'
import { turnsOf } from '#shared/report/turns-of.ts'
import type { Message } from '#shared/thread/message.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

const startedAt = Date.UTC(2026, 10, 23, 9)
const basis = { configVersion: 'v1', language: 'en' }
const { handoff, messages } = waitingConversation({ startedAt, openedAt: startedAt + 1 })
const opened = { ...handoff, basis }
const writes = (at: number, text: string): Message => ({
  threadId: handoff.threadId,
  conversationId: handoff.conversationId,
  id: `m${at}`,
  at,
  author: { kind: 'customer', id: 'u-17' },
  text,
})
const leftAt = startedAt + 60_000
const conversationOf = (more: Partial<typeof opened>, said: readonly Message[]) => ({
  threadId: handoff.threadId,
  conversationId: handoff.conversationId,
  channel: 'standard',
  messages: [...messages, ...said],
  handoffs: [{ ...opened, ...more }],
})

test('a word by which a customer leaves the line ends the handoff in its own millisecond, and was judged by nobody', () => {
  const left = { endedAt: leftAt, outcome: leftOutcome, status: 'closed' as const }

  const turns = turnsOf(conversationOf(left, [writes(leftAt, 'never mind')]))

  expect(turns.map(({ did, at }) => ({ did, at }))).toEqual([
    { did: 'handed-off', at: startedAt + 1 },
    { did: 'appended', at: leftAt },
  ])
})

test('what is written a millisecond after the return is the assistant’s to answer, and no word of people’s', () => {
  const returned = { endedAt: leftAt, outcome: returnedOutcome, status: 'returned' as const }
  const answer: Message = {
    ...writes(leftAt + 2, 'Within 30 days.'),
    author: { kind: 'assistant' },
    evidence: { passages: [], basis: { configVersion: 'v1', language: 'en' } },
  }

  const turns = turnsOf(conversationOf(returned, [writes(leftAt + 1, 'and returns?'), answer]))

  expect(turns.map(({ did }) => did)).toEqual(['handed-off', 'answered'])
})
