import { expect, test, vi } from 'vitest'
import { TurnBusyError } from '#shared/turn/errors.ts'
import { humanPlease, openCustomerDesk } from '#tests/support/customer-desk.ts'
import { memorySweepReader } from '#tests/support/memory-sweep-reader.ts'
import { draftOf } from '#tests/support/scripted-assistant.ts'

const question = 'How do I return a lamp?'
const answer = 'Within 30 days, from your account.'

const open = () => {
  const desk = openCustomerDesk()
  desk.assistant.answer(draftOf(answer))
  return desk
}

test('a delivery that comes again is not stored again, and nobody is asked again', async () => {
  const desk = open()
  const delivery = desk.arrives(question)
  await desk.turn([delivery])
  const before = [await desk.said(), await desk.state()]

  await desk.turn([delivery])

  expect([await desk.said(), await desk.state()]).toEqual(before)
  expect(desk.assistant.asked).toHaveLength(1)
})

test('a delivery that comes again after seventy others is still known by its mark', async () => {
  const desk = open()
  const delivery = desk.arrives(humanPlease)
  await desk.turn([delivery])
  for (const ten of 'abcdefg') await desk.turn(Array.from({ length: 10 }, (_, n) => `${ten}${n}`))
  const before = await desk.said()

  await desk.turn([delivery])

  expect(await desk.said()).toEqual(before)
})

test('in a burst only what is new is stored', async () => {
  const desk = open()
  const delivery = desk.arrives(question)
  await desk.turn([delivery])

  await desk.turn([delivery, desk.arrives('And for chairs?')])

  expect((await desk.said()).filter((line) => line.startsWith('customer'))).toEqual([
    `customer: ${question}`,
    'customer: And for chairs?',
  ])
  expect(desk.assistant.asked[1]?.messages).toEqual(['And for chairs?'])
})

test('a delivery that stands twice in one batch is stored once', async () => {
  const desk = open()
  const delivery = desk.arrives(question)

  await desk.turn([delivery, { ...delivery, receivedAt: delivery.receivedAt + 9 }])

  expect(await desk.said()).toEqual([`customer: ${question}`, `assistant: ${answer}`])
})

test('a crash between storing and sending: the repeated delivery sends what was stored, to be checked first', async () => {
  const desk = open()
  const delivery = desk.arrives(question)
  desk.ports.outbound.failure = new Error('the queue is away')
  await expect(desk.turn([delivery])).rejects.toThrow('the queue is away')
  desk.ports.outbound.failure = undefined

  await desk.turn([delivery])

  expect(await desk.said()).toEqual([`customer: ${question}`, `assistant: ${answer}`])
  expect(desk.ports.outbound.sent).toMatchObject([{ message: { text: answer }, repeated: true }])
})

test('a crash after a handoff: the repeated delivery sends the notice and the ticket', async () => {
  const desk = open()
  const delivery = desk.arrives(humanPlease)
  desk.ports.outbound.failure = new Error('the queue is away')
  desk.ports.tickets.failure = new Error('the queue is away')
  await expect(desk.turn([delivery])).rejects.toThrow('the queue is away')
  desk.ports.outbound.failure = undefined
  desk.ports.tickets.failure = undefined

  await desk.turn([delivery])

  expect(desk.ports.outbound.sent).toMatchObject([{ message: { author: { kind: 'system' } }, repeated: true }])
  expect(desk.ports.tickets.visible('care')).toBe(1)
})

test('what a crash left unsent goes out before the answer to what came after it', async () => {
  const desk = open()
  const delivery = desk.arrives(question)
  desk.ports.outbound.failure = new Error('the queue is away')
  await expect(desk.turn([delivery])).rejects.toThrow('the queue is away')
  desk.ports.outbound.failure = undefined
  desk.assistant.answer(draftOf('Chairs too.'))

  await desk.turn([delivery, desk.arrives('And for chairs?')])

  expect(desk.ports.outbound.sent.map(({ message, repeated }) => [message.text, repeated])).toEqual([
    [answer, true],
    ['Chairs too.', false],
  ])
})

test('an answer of which storing failed leaves nothing behind', async () => {
  const desk = open()
  desk.ports.transactions.beforeCommit = () => {
    throw new Error('the table is away')
  }

  await expect(desk.turn([question])).rejects.toThrow('the table is away')

  expect(desk.ports.table.snapshot()).toEqual({})
  expect(desk.ports.outbound.sent).toEqual([])
})

test('a thread that others keep changing gives its messages back to the queue', async () => {
  const desk = open()
  vi.spyOn(desk.ports.transactions, 'commit').mockResolvedValue({ ok: false, refusals: [] })

  await expect(desk.turn([question])).rejects.toThrow(TurnBusyError)

  expect(desk.ports.outbound.sent).toEqual([])
})

test('an answer whose turn was cut off before it was handed over is one for the sweep to look after, from the next try on', async () => {
  const desk = open()
  const reader = memorySweepReader(desk.ports.table)
  const unsent = async () => (await reader.undelivered(desk.ports.clock(), 10)).map(({ message }) => message.text)
  const delivery = desk.arrives(question)
  desk.ports.outbound.failure = new Error('the queue is away')
  await expect(desk.turn([delivery])).rejects.toThrow('the queue is away')
  const afterTheFirst = await unsent()
  await expect(desk.turn([delivery])).rejects.toThrow('the queue is away')

  expect(afterTheFirst).toEqual([])
  expect(await unsent()).toEqual([answer])
})

test('a quiet thread needs no marks: what was stored tells of itself', async () => {
  const desk = open()
  const delivery = desk.arrives(question)
  await desk.turn([delivery])
  await desk.turn(['And for chairs?'])

  expect(desk.ports.table.scan('SEEN#', '')).toEqual([])
  expect(await desk.state()).not.toHaveProperty('marksUntil')
})

test('a thread that was busy marks each delivery for another fourteen days, also in its next conversation', async () => {
  const desk = open()
  for (const ten of 'abcd') await desk.turn(Array.from({ length: 10 }, (_, n) => `${ten}${n}`))
  const marked = desk.ports.table.scan('SEEN#', '').length
  desk.ports.clock.advance(13 * 86_400_000)
  await desk.turn([question])

  expect(marked).toBe(40)
  expect(desk.ports.table.scan('SEEN#', '')).toHaveLength(41)
  expect(await desk.state()).toMatchObject({ marksUntil: desk.ports.clock() + 14 * 86_400_000 })
})
