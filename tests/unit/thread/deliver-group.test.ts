import { expect, test } from 'vitest'
import type { ChannelSender, Delivered } from '#shared/channel/channel.ts'
import { deliverGroup } from '#shared/thread/deliver-group.ts'
import type { Message } from '#shared/thread/message.ts'
import { toOutbound } from '#shared/thread/to-outbound.ts'
import { addressOf, threadOf } from '#tests/support/inbound.ts'
import { memoryPorts } from '#tests/support/ports.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

const threadId = threadOf('thread-1')
const stored = (n: number): Message => ({
  threadId,
  id: `out-${n}`,
  conversationId: `${threadId}.1`,
  at: n,
  author: { kind: 'assistant' },
  text: `reply ${n}`,
  delivery: 'pending',
})
const record = (n: number) => ({
  id: `record-${n}`,
  receipt: `receipt-${n}`,
  receiveCount: 1,
  body: toOutbound(addressOf('thread-1'), stored(n)),
})

const deliver = async (answers: Readonly<Record<string, Delivered>>) => {
  const ports = { ...memoryPorts(), clock: () => 10 }
  const sent: string[] = []
  const postponed: [string, number][] = []
  const back = await deliverGroup(
    {
      ...ports,
      store: ports.deliveries,
      sender: {
        send: async ({ message }) => {
          sent.push(message.id)
          return answers[message.id] ?? { kind: 'sent' }
        },
      },
      postpone: async (receipt, seconds) => {
        postponed.push([receipt, seconds])
      },
    },
    [1, 2, 3].map(record),
  )
  return { back, sent, postponed }
}

test('one thread is delivered in order, and nothing comes back', async () => {
  expect(await deliver({})).toEqual({ back: [], sent: ['out-1', 'out-2', 'out-3'], postponed: [] })
})

test('what has to wait holds back all that stands behind it', async () => {
  const { back, sent, postponed } = await deliver({ 'out-2': { kind: 'postponed', cause: 'callback answered 503' } })

  expect(sent).toEqual(['out-1', 'out-2'])
  expect(back).toEqual(['record-2', 'record-3'])
  // One record in flight holds its whole group back in the queue: all come back together, or the head waits for the last.
  expect(postponed).toEqual([
    ['receipt-2', 2],
    ['receipt-3', 2],
  ])
})

test('what is refused for good holds nobody back', async () => {
  const { back, sent } = await deliver({ 'out-2': { kind: 'refused', cause: 'callback answered 410' } })

  expect(sent).toEqual(['out-1', 'out-2', 'out-3'])
  expect(back).toEqual([])
})

test('what a channel told is folded in first, whatever has to wait', async () => {
  const receipt = { threadId, at: 2, id: 'out-2', channel: 'whatsapp', to: 'delivered' as const }
  const told = { id: 'told', receipt: 'told', receiveCount: 1, body: { version: 1 as const, receipt } }
  const ports = { ...memoryPorts(), clock: () => 10 }
  await ports.transactions.commit('before', [{ kind: 'message-added', message: { ...stored(2), delivery: 'sent' } }])
  const sender = { send: async (): Promise<Delivered> => ({ kind: 'postponed', cause: 'callback answered 503' }) }
  const group = { ...ports, store: ports.deliveries, sender, postpone: async () => undefined }

  expect(await deliverGroup(group, [record(1), told])).toEqual(['record-1'])
  expect(await deliverGroup(group, [told])).toEqual([])

  expect(await ports.deliveries.read(threadId, 2, 'out-2')).toMatchObject({ delivery: 'delivered' })
  expect(ports.events.filter(({ event }) => event === 'message.reported')).toEqual([
    { event: 'message.reported', threadId, messageId: 'out-2', channel: 'whatsapp', to: 'delivered' },
  ])
})

const tooLate = { threadId, at: 2, id: 'out-2', to: 'failed' as const, cause: 'too late', templateMayGo: true as const }
const told = (receiveCount = 1) => ({
  id: 'told',
  receipt: 'told',
  receiveCount,
  body: { version: 1 as const, receipt: tooLate },
})

const withOneTooLate = async (...answers: readonly Delivered[]) => {
  const ports = { ...memoryPorts(), clock: () => 10 }
  const { state } = waitingConversation({ startedAt: 1 })
  await ports.transactions.commit('before', [
    { kind: 'thread-begun', state },
    { kind: 'message-added', message: { ...stored(2), delivery: 'sent' } },
  ])
  const sent: unknown[] = []
  const postponed: [string, number][] = []
  const send: ChannelSender['send'] = async ({ address, message, repeated }, _, { asTemplate }) => {
    sent.push({ to: address.key, text: message.text, asTemplate, repeated })
    return answers[sent.length - 1] ?? { kind: 'sent' }
  }
  const postpone = async (receipt: string, seconds: number) => void postponed.push([receipt, seconds])
  const group = { ...ports, store: ports.deliveries, sender: { send }, postpone }
  const stateNow = async () => (await ports.deliveries.read(threadId, 2, 'out-2'))?.delivery
  return { deliver: (...records: ReturnType<typeof told>[]) => deliverGroup(group, records), sent, postponed, stateNow }
}

test('a text that came too late goes once as a template, however often that is told', async () => {
  const { deliver, sent, stateNow } = await withOneTooLate()

  expect(await deliver(told(), told())).toEqual([])
  expect(await deliver(told(2))).toEqual([])

  expect(sent).toEqual([{ to: 'thread-1', text: 'reply 2', asTemplate: true, repeated: true }])
  expect(await stateNow()).toBe('sent')
})

test('a template that has to wait brings its receipt back, and goes then', async () => {
  const { deliver, sent, postponed, stateNow } = await withOneTooLate({
    kind: 'postponed',
    cause: 'busy',
    retryAfterSeconds: 90,
  })

  expect(await deliver(told())).toEqual(['told'])
  expect(postponed).toEqual([['told', 90]])
  expect(await stateNow()).toBe('pending')
  expect(await deliver(told(2))).toEqual([])

  expect(sent).toHaveLength(2)
  expect(await stateNow()).toBe('sent')
})

test('a template that is refused has failed for good', async () => {
  const { deliver, sent, stateNow } = await withOneTooLate({ kind: 'refused', cause: 'paused' })

  await deliver(told())
  await deliver(told(2))

  expect(sent).toHaveLength(1)
  expect(await stateNow()).toBe('failed')
})
