import { expect, test } from 'vitest'
import { KeyReusedError } from '#shared/handoff/errors.ts'
import { ann, bob } from '#tests/support/desk.ts'
import { leaseMs, openHeldDesk } from '#tests/support/held-desk.ts'

test('a reply is stored as pending behind the last word, and handed over to delivery', async () => {
  const { desk, id, held } = await openHeldDesk()

  const message = await desk.say(ann, id, 'Hello, this is Ann')

  expect(message).toMatchObject({
    author: { kind: 'agent', id: 'ann', name: 'Agent ann' },
    text: 'Hello, this is Ann',
    delivery: 'pending',
    after: { id: held.messages[1]?.id },
  })
  expect(await desk.ports.threads.readMessages(held.state.threadId)).toContainEqual(message)
  expect(desk.ports.outbound.sent).toMatchObject([
    {
      message: { id: message.id, author: { kind: 'agent', name: 'Agent ann' } },
      after: message.after,
      repeated: false,
    },
  ])
})

test('the first reply accepts the handoff and stops its clock', async () => {
  const { desk, id } = await openHeldDesk()
  const now = desk.ports.clock()

  await desk.say(ann, id, 'Hello')

  expect(await desk.read(id)).toMatchObject({
    state: { acceptedAt: now, messages: 3, lastAgentAt: now },
    handoff: { acceptedAt: now, firstReplyAt: now },
  })
  expect(await desk.ports.tickets.count('care')).toBe(1)
  desk.ports.clock.advance(leaseMs)
  expect((await desk.claimed(bob)).handoff.id).not.toBe(id)
})

test('a later reply changes neither of the two', async () => {
  const { desk, id } = await openHeldDesk()
  await desk.say(ann, id, 'Hello')
  const { handoff } = await desk.read(id)
  desk.ports.clock.advance(60_000)

  await desk.say(ann, id, 'Still here')

  expect((await desk.read(id)).handoff).toEqual(handoff)
})

test('each reply waits for the one before it', async () => {
  const { desk, id } = await openHeldDesk()
  const first = await desk.say(ann, id, 'First')

  const second = await desk.say(ann, id, 'Second')

  expect(second.after).toEqual({ id: first.id, at: first.at })
  expect(second.at).toBeGreaterThan(first.at)
})

test('a repeated request returns the stored message, and hands it over to be checked first', async () => {
  const { desk, id } = await openHeldDesk()
  const first = await desk.say(ann, id, 'Hello', 'key-1')
  await desk.say(ann, id, 'Another', 'key-2')

  expect(await desk.say(ann, id, 'Hello', 'key-1')).toEqual(first)

  expect(desk.ports.outbound.sent.map(({ message, repeated }) => [message.text, repeated])).toEqual([
    ['Hello', false],
    ['Another', false],
    ['Hello', true],
  ])
  expect((await desk.read(id)).state.messages).toBe(4)
})

test('a key that is used again for other words is refused, and neither word is lost in silence', async () => {
  const { desk, id } = await openHeldDesk()
  await desk.say(ann, id, 'Hello', 'key-1')

  await expect(desk.say(ann, id, 'Your money is on its way', 'key-1')).rejects.toThrow(KeyReusedError)

  expect(desk.ports.outbound.sent.map(({ message }) => message.text)).toEqual(['Hello'])
})

test('a reply whose hand-over failed is stored all the same, and still pending', async () => {
  const { desk, id } = await openHeldDesk()
  desk.ports.outbound.failure = new Error('the queue is away')

  const message = await desk.say(ann, id, 'Hello')

  expect(await desk.ports.deliveries.read(message.threadId, message.at, message.id)).toMatchObject({
    delivery: 'pending',
  })
  expect(desk.ports.events).toContainEqual({ event: 'request.failed', operation: 'outbound.send', cause: 'Error' })
})
