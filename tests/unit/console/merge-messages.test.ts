import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeMessages } from '#console/desk/merge-messages.ts'
import { message } from './sample.ts'

const ids = (messages: readonly { id: string }[]) => messages.map(({ id }) => id)

test('what was said meanwhile comes to its place, and each message once', () => {
  const known = [message('a', 1), message('c', 3)]

  expect(ids(mergeMessages(known, [message('c', 3), message('b', 2), message('d', 4)]))).toEqual(['a', 'b', 'c', 'd'])
})

test('a message that has arrived meanwhile says so', () => {
  const known = [message('a', 1, { delivery: 'pending' })]

  const [merged] = mergeMessages(known, [message('a', 1, { delivery: 'sent' })])

  expect(merged?.delivery).toBe('sent')
})

test('nothing new is the same list, so that nothing is drawn anew', () => {
  const known = [message('a', 1), message('b', 2)]

  expect(mergeMessages(known, [message('b', 2)])).toBe(known)
  expect(mergeMessages(known, [])).toBe(known)
})

test('in whatever pieces a thread arrives, it ends as the same thread', () => {
  const thread = Array.from({ length: 30 }, (_, index) =>
    message(`m${String(index).padStart(2, '0')}`, Math.floor(index / 2)),
  )
  const pieces = fc.array(fc.subarray(thread), { minLength: 1, maxLength: 6 })

  fc.assert(
    fc.property(pieces, (some) => {
      const merged = [...some, thread].reduce(mergeMessages, [])

      expect(ids(merged)).toEqual(ids(thread))
    }),
  )
})
