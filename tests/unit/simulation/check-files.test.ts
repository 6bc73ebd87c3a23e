import { expect, test } from 'vitest'
import { attachmentKey } from '#shared/attachment/attachment-store.ts'
import type { StoredAttachment } from '#shared/attachment/stored-attachment.ts'
import { checkFiles } from '#tests/simulation/check-files.ts'

const threadId = 'a'.repeat(24)
const key = attachmentKey({ threadId, messageId: 'in_1', index: 0 })
const kept = { contentType: 'image/png', size: 10 }
const found = (attachment: StoredAttachment | undefined, files: ReadonlyMap<string, number>, erased = new Map()) => {
  const message = {
    threadId,
    id: 'in_1',
    conversationId: `${threadId}.1`,
    at: 1,
    author: { kind: 'customer' as const },
  }
  const messages = new Map([[threadId, [{ ...message, text: '', ...(attachment && { attachments: [attachment] }) }]]])
  return checkFiles({ messages }, { kept: files, erased }).map(({ promise }) => promise)
}

test('a file that is called kept is there, whole', () => {
  expect(found({ kept }, new Map([[key, 10]]))).toEqual([])
  expect(found({ kept }, new Map([[key, 9]]))).toEqual(['lost'])
  expect(found({ kept }, new Map())).toEqual(['lost'])
})

test('what came along is kept, or says why not, and never both', () => {
  expect(found({ notKept: 'refused' }, new Map())).toEqual([])
  expect(found({ name: 'photo.png' }, new Map())).toEqual(['bookkeeping'])
  expect(found({ kept, notKept: 'refused' }, new Map([[key, 10]]))).toEqual(['bookkeeping'])
})

test('a file outlives no erasure; one of a turn that was never finished is no fault', () => {
  expect(found(undefined, new Map([[key, 10]]), new Map([[threadId, 1]]))).toEqual(['unexpected'])
  expect(found(undefined, new Map([[key, 10]]))).toEqual([])
})
