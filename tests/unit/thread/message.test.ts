import { expect, test } from 'vitest'
import { isOutgoing, type Message } from '#shared/thread/message.ts'
import { customerTexts } from '#shared/thread/transcript.ts'

const message = (kind: 'customer' | 'agent' | 'assistant', at: number, fields: Partial<Message> = {}): Message => ({
  threadId: 't',
  id: `${kind}-${at}`,
  conversationId: 't.1',
  at,
  author: kind === 'agent' ? { kind, id: 'ann', name: 'Ann' } : { kind },
  text: `${kind} at ${at}`,
  ...fields,
})

test('what an agent or the assistant says goes out; a note, and the customer’s own, do not', () => {
  expect(isOutgoing(message('agent', 1))).toBe(true)
  expect(isOutgoing(message('assistant', 1))).toBe(true)
  expect(isOutgoing(message('agent', 1, { internal: true }))).toBe(false)
  expect(isOutgoing(message('customer', 1))).toBe(false)
})

test('the customer’s texts are theirs alone, from a time on, that time included', () => {
  const said = [message('customer', 1), message('customer', 2), message('assistant', 3), message('customer', 4)]

  expect(customerTexts(said, 2)).toEqual(['customer at 2', 'customer at 4'])
})
