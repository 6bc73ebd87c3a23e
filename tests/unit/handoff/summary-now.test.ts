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

test('what the customer wrote after the handoff is part of the summary', () => {
  const transcript = [
    message(900, 'customer', 'a human please'),
    message(1_001, 'system', 'Care is told.'),
    message(1_500, 'customer', 'it flickers'),
    message(1_600, 'customer', 'when dimmed'),
  ]

  expect(summaryNow('The customer wrote: "a human please"', openedAt, transcript)).toBe(
    'The customer wrote: "a human please" Since then: "it flickers" and "when dimmed"',
  )
})

test('the last three that say something are, and thanks only where nothing else was said', () => {
  const later = ['order 20517', 'it flickers', 'when dimmed', 'since Monday', 'thanks!', 'ok']
  const transcript = later.map((text, index) => message(1_100 + index, 'customer', text))

  expect(summaryNow('As it was.', openedAt, transcript)).toBe(
    'As it was. Since then: "it flickers", "when dimmed" and "since Monday"',
  )
  expect(summaryNow('As it was.', openedAt, transcript.slice(-2))).toBe('As it was. Since then: "thanks!" and "ok"')
})

test('what others wrote after it, or the customer before it, changes nothing', () => {
  const transcript = [message(900, 'customer', 'a human please'), message(1_200, 'agent', 'Hello')]

  expect(summaryNow('As it was', openedAt, transcript)).toBe('As it was')
})
