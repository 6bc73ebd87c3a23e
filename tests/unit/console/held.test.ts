import { describe, expect, test } from 'vitest'
import { claimedNow, type Held, heldOf, lost, readFrom, withMessage, withReading } from '#console/desk/held.ts'
import { at, conversation, handoff, message, ms } from './sample.ts'

const reading = (fields: Partial<Parameters<typeof withReading>[1]> = {}) => ({
  conversation: conversation(),
  whole: false,
  agentId: 'me',
  now: ms(100),
  looking: false,
  ...fields,
})
const read = (held: Held, fields: Parameters<typeof reading>[0] = {}) => withReading(held, reading(fields))
const whole: Held = { ...heldOf(handoff()), whole: true, messages: [message('m1', 1)] }

test('what was claimed is held under its lease, with what was said', () => {
  const held = claimedNow({ leaseUntil: at(80), handoff: handoff(), transcript: [message('m1', 1)] })

  expect(held).toMatchObject({ hold: { kind: 'leased', until: ms(80) }, whole: false, unread: 0 })
  expect(held.messages).toHaveLength(1)
})

test('what was accepted is held for good', () => {
  expect(heldOf(handoff({ acceptedAt: at(30) })).hold).toEqual({ kind: 'accepted' })
})

describe('what is asked for next', () => {
  test('is all of it, as long as only this conversation is known', () => {
    expect(readFrom(heldOf(handoff()))).toBeUndefined()
  })

  test('is what came since the last message', () => {
    expect(readFrom({ ...whole, messages: [message('m1', 1), message('m2', 2)] })).toBe(at(2))
  })

  test('begins with the first message that is still on its way', () => {
    const messages = [message('m1', 1), message('m2', 2, { delivery: 'pending' }), message('m3', 3)]

    expect(readFrom({ ...whole, messages })).toBe(at(2))
  })
})

describe('a customer who writes again', () => {
  const news = conversation({ messages: [message('m2', 2), message('n1', 3, { author: { kind: 'agent' } })] })

  test('is counted while another page is looked at, and only what they wrote', () => {
    expect(read(whole, { conversation: news })).toMatchObject({ unread: 1 })
    expect(read(read(whole, { conversation: news }), { conversation: news })).toMatchObject({ unread: 1 })
  })

  test('is not counted where somebody looks', () => {
    expect(read(whole, { conversation: news, looking: true })).toMatchObject({ unread: 0 })
  })

  test('is not counted for what was said before it was read at all', () => {
    expect(read(heldOf(handoff()), { conversation: news, whole: true })).toMatchObject({ unread: 0, whole: true })
  })
})

test('a brief that came with the newest messages only does not take the place of the fuller one', () => {
  const poorer = handoff({ brief: { ...handoff().brief, summary: 'as of the handoff' } })

  const after = read(whole, { conversation: conversation({ handoffs: [poorer] }) })
  const afterAll = read(whole, { conversation: conversation({ handoffs: [poorer] }), whole: true })

  expect(after.handoff.brief.summary).toBe('whole')
  expect(afterAll.handoff.brief.summary).toBe('as of the handoff')
})

test('whoever took it over is known, and when that was seen stays what it was', () => {
  const taken = conversation({ handoffs: [handoff({ agent: { id: 'bo', name: 'Bo' }, claimedAt: at(90) })] })

  const after = read(whole, { conversation: taken })
  const later = read(after, { conversation: taken, now: ms(500) })

  expect(after.hold).toEqual({ kind: 'lost', loss: { kind: 'taken', by: 'Bo', at: ms(90) }, seenAt: ms(100) })
  expect(later.hold).toEqual(after.hold)
})

test('what is said to be gone stays on the desk until it is put away', () => {
  expect(lost(whole, { kind: 'gone' }, ms(1))).toMatchObject({ hold: { kind: 'lost' }, messages: whole.messages })
})

test('the first reply accepts, a note does not', () => {
  const reply = message('r', 5, { author: { kind: 'agent', id: 'me' }, delivery: 'pending' })
  const note = message('n', 5, { author: { kind: 'agent', id: 'me' }, internal: true })

  expect(withMessage(whole, reply).hold).toEqual({ kind: 'accepted' })
  expect(withMessage(whole, note).hold.kind).toBe('leased')
})
