import { expect, test } from 'vitest'
import { attachmentKey, threadPrefix } from '#shared/attachment/attachment-store.ts'

const place = { threadId: 'a'.repeat(24), messageId: 'in_0123456789abcdef0123', index: 0 }

test('a key is the thread’s prefix and a hash, the same whenever it is asked for', () => {
  expect(attachmentKey(place)).toBe(attachmentKey({ ...place }))
  expect(attachmentKey(place)).toMatch(/^a{24}\/[0-9a-f]{64}$/)
  expect(attachmentKey(place).startsWith(threadPrefix(place.threadId))).toBe(true)
})

test('another thread, message or index is another key', () => {
  const others = [{ threadId: 'b'.repeat(24) }, { messageId: 'in_1' }, { messageId: 'in_1', index: 1 }, { index: 10 }]
  const keys = [place, ...others.map((other) => ({ ...place, ...other }))].map(attachmentKey)

  expect(new Set(keys).size).toBe(keys.length)
})

test('nothing that a message id says is in it', () => {
  expect(attachmentKey({ ...place, messageId: 'ada@example.com' })).not.toContain('ada')
})
