import { expect, test } from 'vitest'
import { summaryNow } from '#shared/handoff/summary.ts'
import type { Message } from '#shared/thread/message.ts'

const openedAt = 1_000
const message = (at: number, kind: Message['author']['kind'], text: string): Message => ({
  threadId: 'thread',
  id: `m-${at}`,
  conversationId: 'thread.1',
  at,
  author: { kind },
  text,
})

test('what the customer wrote last after the handoff is part of the summary', () => {
  const transcript = [
    message(900, 'customer', 'a human please'),
    message(1_001, 'system', 'Care is told.'),
    message(1_500, 'customer', 'it flickers'),
    message(1_600, 'customer', 'when dimmed'),
  ]

  expect(summaryNow('The customer wrote: "a human please"', openedAt, transcript)).toBe(
    'The customer wrote: "a human please" Since then: "when dimmed"',
  )
})

test('what others wrote after it, or the customer before it, changes nothing', () => {
  const transcript = [message(900, 'customer', 'a human please'), message(1_200, 'agent', 'Hello')]

  expect(summaryNow('As it was', openedAt, transcript)).toBe('As it was')
})
