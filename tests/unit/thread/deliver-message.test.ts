import { expect, test } from 'vitest'
import type { Delivered, Progress } from '#shared/channel/channel.ts'
import type { OutboundMessage } from '#shared/channel/outbound-message.ts'
import { attemptLimit, deliverMessage, retryInSeconds } from '#shared/thread/deliver-message.ts'
import type { Delivery, Message } from '#shared/thread/message.ts'
import { toOutbound } from '#shared/thread/to-outbound.ts'
import { addressOf, threadOf } from '#tests/support/inbound.ts'
import { memoryPorts } from '#tests/support/ports.ts'

const threadId = threadOf('thread-1')
const reply: Message = {
  threadId,
  id: 'out-2',
  conversationId: `${threadId}.1`,
  at: 2_000,
  author: { kind: 'assistant' },
  text: 'Hello',
  delivery: 'pending',
}
const before: Message = { ...reply, id: 'out-1', at: 1_000, author: { kind: 'agent' } }
const behind: Message = { ...reply, after: { id: before.id, at: before.at } }

const soon = 3_000
const hourLater = reply.at + 3_600_000

const open = async (answer: Delivered = { kind: 'sent' }, stored: readonly Message[] = [reply], now = soon) => {
  const ports = { ...memoryPorts(), clock: () => now }
  const sent: OutboundMessage[] = []
  const progress: Progress[] = []
  const reads: string[] = []
  const watched: string[] = []
  for (const message of stored)
    await ports.transactions.commit(`seed-${message.id}`, [{ kind: 'message-added', message }])
  const store = {
    ...ports.deliveries,
    read: async (...place: Parameters<typeof ports.deliveries.read>) => {
      reads.push(place[2])
      return ports.deliveries.read(...place)
    },
    watch: async (message: { id: string }) => void watched.push(message.id),
  }
  const sender = {
    send: async (message: OutboundMessage, _: number, reached: Progress) => {
      sent.push(message)
      progress.push(reached)
      return answer
    },
  }
  const deliver = (message: Message, { receiveCount = 1, repeated = false } = {}) =>
    deliverMessage(
      { ...ports, store, sender },
      { outbound: toOutbound(addressOf('thread-1'), message, repeated), receiveCount },
    )
  const stateOf = async ({ at, id }: Message) => ports.deliveries.read(threadId, at, id)
  return { deliver, stateOf, sent, progress, reads, watched, events: ports.events }
}

test('a message redriven long after it was written asks the record first, for the sweep may have sent it', async () => {
  const { deliver, sent, reads } = await open({ kind: 'sent' }, [{ ...reply, delivery: 'sent' }], hourLater)

  expect(await deliver(reply)).toEqual({ kind: 'settled' })
  expect(reads).toEqual(['out-2'])
  expect(sent).toEqual([])
})

test('the first hand-over is sent without a read, and marked as sent', async () => {
  const { deliver, stateOf, sent, reads } = await open()

  expect(await deliver(reply)).toEqual({ kind: 'settled' })
  expect(sent.map(({ message }) => message)).toEqual([
    { id: 'out-2', at: 2_000, author: { kind: 'assistant' }, text: 'Hello' },
  ])
  expect(reads).toEqual([])
  expect(await stateOf(reply)).toMatchObject({ delivery: 'sent' })
})

test.each([
  { receiveCount: 2, repeated: false },
  { receiveCount: 1, repeated: true },
])('a repeated hand-over, %j, asks the record first and sends what is still pending', async (attempt) => {
  const { deliver, sent, reads } = await open()

  expect(await deliver(reply, attempt)).toEqual({ kind: 'settled' })
  expect(reads).toEqual(['out-2'])
  expect(sent).toHaveLength(1)
})

test.each([
  { receiveCount: 2, repeated: false, delivery: 'sent' as const },
  { receiveCount: 1, repeated: true, delivery: 'sent' as const },
  { receiveCount: 2, repeated: false, delivery: 'failed' as const },
])('a repeated hand-over of a settled message, %j, sends nothing', async ({ delivery, ...attempt }) => {
  const { deliver, sent } = await open({ kind: 'sent' }, [{ ...reply, delivery }])

  expect(await deliver(reply, attempt)).toEqual({ kind: 'settled' })
  expect(sent).toEqual([])
})

test('a message that was erased is not sent', async () => {
  const { deliver, sent, events } = await open({ kind: 'sent' }, [])

  expect(await deliver(reply, { repeated: true })).toEqual({ kind: 'settled' })
  expect(sent).toEqual([])
  expect(events).toContainEqual({ event: 'message.skipped', threadId, messageId: 'out-2', delivery: 'erased' })
})

test('a message waits for the one before it', async () => {
  const { deliver, sent, stateOf } = await open({ kind: 'sent' }, [before, behind])

  expect(await deliver(behind)).toEqual({ kind: 'postponed', retryInSeconds: 2 })
  expect(sent).toEqual([])
  expect(await stateOf(behind)).toMatchObject({ delivery: 'pending' })
})

test.each(['sent', 'failed'] as const)('a message goes once the one before it is %s', async (delivery) => {
  const { deliver, sent } = await open({ kind: 'sent' }, [{ ...before, delivery }, behind])

  expect(await deliver(behind)).toEqual({ kind: 'settled' })
  expect(sent).toHaveLength(1)
})

test('a message whose predecessor never goes is sent at its last attempt', async () => {
  const { deliver, sent } = await open({ kind: 'sent' }, [before, behind])

  expect(await deliver(behind, { receiveCount: attemptLimit })).toEqual({ kind: 'settled' })
  expect(sent).toHaveLength(1)
})

test('a channel that is away for now leaves the message pending', async () => {
  const { deliver, stateOf } = await open({ kind: 'postponed', cause: 'callback answered 503' })

  expect(await deliver(reply)).toEqual({ kind: 'postponed', retryInSeconds: 2 })
  expect(await stateOf(reply)).toMatchObject({ delivery: 'pending' })
})

test('a channel that says when to come back is obeyed', async () => {
  const { deliver } = await open({ kind: 'postponed', cause: 'callback answered 429', retryAfterSeconds: 90 })

  expect(await deliver(reply)).toEqual({ kind: 'postponed', retryInSeconds: 90 })
})

test('a refusal for good is shown with its cause, and not tried again', async () => {
  const { deliver, stateOf, events } = await open({ kind: 'refused', cause: 'callback answered 410' })

  expect(await deliver(reply)).toEqual({ kind: 'settled' })
  expect(await stateOf(reply)).toMatchObject({ delivery: 'failed', deliveryCause: 'callback answered 410' })
  expect(events).toContainEqual({
    event: 'message.failed',
    threadId,
    messageId: 'out-2',
    channel: 'standard',
    cause: 'callback answered 410',
  })
})

test('after the last attempt a message that was always postponed has failed', async () => {
  const { deliver, stateOf } = await open({ kind: 'postponed', cause: 'TimeoutError' })

  expect(await deliver(reply, { receiveCount: attemptLimit - 1 })).toMatchObject({ kind: 'postponed' })
  expect(await deliver(reply, { receiveCount: attemptLimit })).toEqual({ kind: 'settled' })
  expect(await stateOf(reply)).toMatchObject({ delivery: 'failed', deliveryCause: 'TimeoutError' })
})

test('the waits grow, and the channel can only lengthen them', () => {
  expect([1, 2, 3, 4, 10, 14].map((count) => retryInSeconds(count))).toEqual([2, 5, 15, 60, 3_600, 3_600])
  expect(retryInSeconds(4, 30)).toBe(60)
  expect(retryInSeconds(4, 61)).toBe(61)
})

test('a message that the queue brings back is one for the sweep to look after as well', async () => {
  const { deliver, watched } = await open({ kind: 'postponed', cause: 'callback answered 503' })

  await deliver(reply)
  const atFirst = [...watched]
  await deliver(reply, { receiveCount: 2 })

  expect(atFirst).toEqual([])
  expect(watched).toEqual(['out-2'])
})

test.each<{ receiveCount: number; repeated: boolean; stored: Delivery }>([
  { receiveCount: 1, repeated: true, stored: 'pending' },
  { receiveCount: 2, repeated: false, stored: 'sent' },
])('nothing is watched for %j', async ({ stored, ...attempt }) => {
  const { deliver, watched } = await open({ kind: 'sent' }, [{ ...reply, delivery: stored }])

  await deliver(reply, attempt)

  expect(watched).toEqual([])
})

test('what an agent’s message waits for is one for the sweep to look after: its own hand-over may be lost', async () => {
  const { deliver, watched, sent } = await open({ kind: 'sent' }, [before, behind])

  expect(await deliver(behind)).toMatchObject({ kind: 'postponed' })
  expect(watched).toEqual([before.id])
  expect(sent).toEqual([])
})

test('a first try begins with the first part, and nothing of it can be there already', async () => {
  const { deliver, progress, stateOf } = await open()

  await deliver(reply)
  await progress[0]?.reached(1)

  expect(progress).toMatchObject([{ partsSent: 0, uncertain: false }])
  expect(await stateOf(reply)).not.toHaveProperty('partsSent')
})

test.each([
  ['the queue brought it back', { receiveCount: 2 }],
  ['it was handed over again', { repeated: true }],
])('because %s, it goes on behind the parts that are gone, and the next may be there already', async (_, how) => {
  const { deliver, progress } = await open({ kind: 'sent' }, [{ ...reply, partsSent: 2 }])

  await deliver(reply, how)

  expect(progress).toMatchObject([{ partsSent: 2, uncertain: true }])
})

test('parts are remembered as they go', async () => {
  const { deliver, progress, stateOf } = await open({ kind: 'postponed', cause: 'busy' })

  await deliver(reply)
  await progress[0]?.reached(3)

  expect(await stateOf(reply)).toMatchObject({ delivery: 'pending', partsSent: 3 })
})
