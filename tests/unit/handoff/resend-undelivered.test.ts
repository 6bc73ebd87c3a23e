import { expect, test } from 'vitest'
import { hours, minutes, openSweepDesk, type SweepDesk } from '#tests/support/sweep-desk.ts'
import type { WaitingConversation } from '#tests/support/waiting-conversation.ts'

/** A conversation with a message on its way, written just now. */
const withPending = async (desk: SweepDesk, key = 'thread-1'): Promise<WaitingConversation> => {
  const waiting = await desk.waits(10, { key })
  const { threadId, conversationId } = waiting.state
  await desk.commit([
    {
      kind: 'message-added',
      message: {
        threadId,
        conversationId,
        id: `out-${key}`,
        at: desk.ports.clock(),
        author: { kind: 'assistant' },
        text: 'Hello',
        delivery: 'pending',
        after: { id: 'before', at: 1 },
      },
    },
  ])
  return waiting
}

const pendingOf = async ({ ports }: SweepDesk, { state }: WaitingConversation) => {
  const [message] = (await ports.threads.readNewest(state.threadId, 1)).messages
  if (!message) throw new Error('no message')
  return message
}

test('a message that stayed on its way for two minutes is handed over again, to be checked first', async () => {
  const desk = openSweepDesk()
  const { state } = await withPending(desk)
  desk.ports.clock.advance(minutes(2))

  expect(await desk.sweeps()).toMatchObject({ resent: 1 })
  expect(desk.ports.outbound.sent).toMatchObject([
    { repeated: true, address: state.address, message: { id: 'out-thread-1' }, after: { id: 'before' } },
  ])
})

test('a younger one is left to the delivery', async () => {
  const desk = openSweepDesk()
  await withPending(desk)
  desk.ports.clock.advance(minutes(2) - 1)

  expect(await desk.sweeps()).toMatchObject({ resent: 0 })
  expect(desk.ports.outbound.sent).toEqual([])
})

test('the waits between hand-overs grow, up to six hours', async () => {
  const desk = openSweepDesk()
  await withPending(desk)
  const start = desk.ports.clock()
  const sentAt: number[] = []
  for (let minute = 1; minute <= 20 * 60; minute += 1) {
    desk.ports.clock.set(start + minutes(minute))
    const { resent } = await desk.sweeps()
    if (resent > 0) sentAt.push(minute)
  }

  expect(sentAt).toEqual([2, 17, 77, 437, 797, 1_157])
})

test('of two sweeps at once one hands it over', async () => {
  const desk = openSweepDesk()
  const waiting = await withPending(desk)
  desk.ports.clock.advance(minutes(2))

  const swept = await Promise.all([desk.sweeps(), desk.sweeps()])

  expect(swept.map(({ resent }) => resent).sort()).toEqual([0, 1])
  expect(desk.ports.outbound.sent).toHaveLength(1)
  expect(await pendingOf(desk, waiting)).toMatchObject({ resends: 1, resentAt: desk.ports.clock() })
})

test.each(['sent', 'failed'] as const)('a message that is %s is never handed over again', async (delivery) => {
  const desk = openSweepDesk()
  const waiting = await withPending(desk)
  await desk.ports.deliveries.settle(await pendingOf(desk, waiting), delivery)
  desk.ports.clock.advance(hours(48))

  expect(await desk.sweeps()).toMatchObject({ resent: 0 })
  expect(desk.ports.outbound.sent).toEqual([])
})

test('a list that still shows a message at its old place hands nothing over before its time', async () => {
  const desk = openSweepDesk()
  await withPending(desk)
  desk.ports.clock.advance(minutes(2))
  await desk.sweeps()
  desk.ports.clock.advance(minutes(14))
  const { reader } = desk.sweepPorts
  const undelivered: typeof reader.undelivered = (_before, limit) => reader.undelivered(desk.ports.clock(), limit)

  expect(await desk.sweeps(desk.config, { reader: { ...reader, undelivered } })).toMatchObject({ resent: 0 })
  desk.ports.clock.advance(minutes(1))
  expect(await desk.sweeps(desk.config, { reader: { ...reader, undelivered } })).toMatchObject({ resent: 1 })
})

test('a message that is settled between the look and the mark is not handed over', async () => {
  const desk = openSweepDesk()
  const waiting = await withPending(desk)
  desk.ports.clock.advance(minutes(2))
  const { reader } = desk.sweepPorts
  const undelivered: typeof reader.undelivered = async (before, limit) => {
    const found = await reader.undelivered(before, limit)
    await desk.ports.deliveries.settle(await pendingOf(desk, waiting), 'sent')
    return found
  }

  expect(await desk.sweeps(desk.config, { reader: { ...reader, undelivered } })).toMatchObject({ resent: 0 })
  expect(desk.ports.outbound.sent).toEqual([])
})

test('a queue that is away loses nothing: the next turn of that message comes', async () => {
  const desk = openSweepDesk()
  await withPending(desk)
  desk.ports.clock.advance(minutes(2))
  desk.ports.outbound.failure = new Error('the queue is away')
  expect(await desk.sweeps()).toMatchObject({ resent: 0, failed: 1 })
  desk.ports.outbound.failure = undefined
  desk.ports.clock.advance(minutes(15))

  expect(await desk.sweeps()).toMatchObject({ resent: 1, failed: 0 })
})

test('messages that wait for their time hide nobody behind them', async () => {
  const desk = openSweepDesk()
  for (let n = 0; n < 55; n += 1) await withPending(desk, `old-${n}`)
  desk.ports.clock.advance(minutes(2))
  const resent = [await desk.sweeps(), await desk.sweeps()].map((swept) => swept.resent)
  await withPending(desk, 'new')
  desk.ports.clock.advance(minutes(2))

  expect(resent).toEqual([50, 5])
  expect(await desk.sweeps()).toMatchObject({ resent: 1 })
  expect(desk.ports.outbound.sent.at(-1)?.message.id).toBe('out-new')
})
