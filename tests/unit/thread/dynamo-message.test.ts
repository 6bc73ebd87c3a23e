import { expect, test } from 'vitest'
import { isMessageItem, messageItem, messageOf } from '#shared/thread/dynamo-message.ts'
import type { Message } from '#shared/thread/message.ts'
import { threadOf } from '#tests/support/inbound.ts'

const threadId = threadOf('thread-1')
const message: Message = {
  threadId,
  id: 'out_1#2',
  conversationId: `${threadId}.7`,
  at: 1_700_000_000_123,
  author: { kind: 'assistant' },
  text: 'Hello',
  delivery: 'pending',
}

test('a message comes out of its item as it went in, index attributes and time to live left behind', () => {
  const item = { ...messageItem(message), listKey: 'UNDELIVERED', listSort: '1700000000123', ttl: 1 }

  expect(messageOf(item)).toEqual(message)
})

test('what the keys say is not stored twice', () => {
  expect(messageItem(message)).toEqual({
    pk: `THREAD#${threadId}`,
    sk: 'MSG#1700000000123#out_1#2',
    conversation: 7,
    author: { kind: 'assistant' },
    text: 'Hello',
    delivery: 'pending',
  })
})

test("a message of another thread's conversation is refused, since it would come out as this one's", () => {
  expect(() => messageItem({ ...message, conversationId: `${threadOf('thread-2')}.1` })).toThrow('is not of thread')
})

test.each([
  { sk: 'MSG#1700000000123#m-1', is: true },
  { sk: '~STATE', is: false },
])('an item at $sk is a message: $is', ({ sk, is }) => {
  expect(isMessageItem({ sk })).toBe(is)
})
