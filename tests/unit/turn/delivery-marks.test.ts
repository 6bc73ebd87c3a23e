import { expect, test } from 'vitest'
import type { Message } from '#shared/thread/message.ts'
import type { ThreadSnapshot } from '#shared/thread/thread-reader.ts'
import { deliveryMarks, hidesRecent } from '#shared/turn/delivery-marks.ts'
import { threadOf } from '#tests/support/inbound.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

const now = 1_800_000_000_000
const days = (count: number) => count * 86_400_000
const threadId = threadOf('thread-1')

const message = (n: number, at: number, kind: Message['author']['kind'] = 'customer'): Message => ({
  threadId,
  id: `m-${n}`,
  conversationId: `${threadId}.1`,
  at,
  author: { kind },
  text: 'Hello',
  ...(kind === 'customer' && { dedupeId: `d-${n}` }),
})

const messages = (count: number, at = now - days(1), kind?: Message['author']['kind']) =>
  Array.from({ length: count }, (_, n) => message(n, at + n, kind))

const snapshot = (stored: readonly Message[], marksUntil?: number, more = false): ThreadSnapshot => {
  const { state } = waitingConversation({ startedAt: now })
  return {
    state: { ...state, ...(marksUntil !== undefined && { marksUntil }) },
    messages: stored,
    ...(more && { more }),
  }
}

const added = [message(100, now)]

test('a thread of fewer than forty recent messages marks nothing', () => {
  expect(deliveryMarks(snapshot(messages(38)), added, now)).toEqual({ marks: [] })
})

test('with the fortieth, it and every earlier delivery are marked, each from its own time', () => {
  const { marks, marksUntil } = deliveryMarks(snapshot(messages(39)), added, now)

  expect(marks).toHaveLength(40)
  expect(marks[0]).toEqual({ dedupeId: 'd-0', at: now - days(1), stored: true })
  expect(marks.at(-1)).toEqual({ dedupeId: 'd-100', at: now })
  expect(marksUntil).toBe(now + days(14))
})

test('messages of fourteen days ago make no thread busy', () => {
  expect(deliveryMarks(snapshot(messages(60, now - days(15))), added, now)).toEqual({ marks: [] })
})

test('what others than the customer wrote counts, and is not marked', () => {
  const { marks } = deliveryMarks(snapshot(messages(60, now - days(1), 'agent')), added, now)

  expect(marks).toEqual([{ dedupeId: 'd-100', at: now }])
})

test.each([
  { marksUntil: now + 1, marks: 1 },
  { marksUntil: now, marks: 0 },
])('with marks until $marksUntil a new delivery makes $marks', ({ marksUntil, marks }) => {
  expect(deliveryMarks(snapshot([], marksUntil), added, now).marks).toHaveLength(marks)
})

test('a page too short for its few long messages marks them all', () => {
  const { marks } = deliveryMarks(snapshot(messages(3), undefined, true), added, now)

  expect(marks.map(({ dedupeId }) => dedupeId)).toEqual(['d-0', 'd-1', 'd-2', 'd-100'])
})

test.each([
  { what: 'recent messages with nothing before them', stored: messages(60), hides: false },
  { what: 'recent messages with more before them', stored: messages(3), more: true, hides: true },
  { what: 'messages back to where repeating ends', stored: messages(60, now - days(14)), more: true, hides: false },
  { what: 'recent messages with marks', stored: messages(60), marksUntil: now + 1, more: true, hides: false },
])('a page of $what hides recent ones: $hides', ({ stored, marksUntil, more, hides }) => {
  expect(hidesRecent(snapshot(stored, marksUntil, more), now)).toBe(hides)
})
