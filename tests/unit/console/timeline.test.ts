import { expect, test } from 'vitest'
import { flatFields } from '#console/conversation/flat-fields.ts'
import { linkParts } from '#console/conversation/link-parts.ts'
import { timelineOf } from '#console/conversation/timeline.ts'
import { at, handoff, message } from './sample.ts'

const kinds = (...given: Parameters<typeof timelineOf>) => timelineOf(...given).map(({ kind, key }) => `${kind} ${key}`)

test('a handoff stands between what led to it and the notice about it', () => {
  const notice = message('notice', 10, { author: { kind: 'system' } })

  expect(kinds([message('asks', 9), notice], [handoff()])).toEqual([
    'day day asks',
    'message asks',
    'handoff t.1.1',
    'message notice',
  ])
})

test('each day and each further conversation is marked once', () => {
  const day = 24 * 3_600
  const messages = [message('a', 0), message('b', day), message('c', day + 1, { conversationId: 't.2' })]

  expect(kinds(messages, [])).toEqual([
    'day day a',
    'message a',
    'day day b',
    'message b',
    'begins begins t.2',
    'message c',
  ])
})

test('several handoffs come in the order in which they happened, also the newest', () => {
  const second = handoff({ id: 't.1.2', handedOffAt: at(50) })

  expect(kinds([message('a', 30)], [second, handoff()])).toEqual([
    'handoff t.1.1',
    'day day a',
    'message a',
    'handoff t.1.2',
  ])
})

test('nothing was said: there is nothing to show', () => {
  expect(timelineOf([], [handoff()])).toEqual([])
})

test('a record of any depth is read line by line, without what is empty', () => {
  const fields = { status: 'shipped', to: { city: 'Hamburg', box: null }, items: ['lamp', 7], paid: false, note: '' }

  expect(flatFields(fields)).toEqual([
    ['status', 'shipped'],
    ['to.city', 'Hamburg'],
    ['items', 'lamp, 7'],
    ['paid', 'false'],
  ])
})

test('a link to a file is the API’s own path, and no other address', () => {
  expect(linkParts('/conversations/t.1/attachments/in%2F7/2')).toEqual({ id: 't.1', messageId: 'in/7', index: 2 })
  expect(linkParts('https://evil.example/conversations/t.1/attachments/x/2')).toBeUndefined()
  expect(linkParts('/conversations/t.1/attachments/x')).toBeUndefined()
})
