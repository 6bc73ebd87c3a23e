import { expect, test } from 'vitest'
import type { Delivered } from '#shared/channel/channel.ts'
import { toOutbound } from '#shared/handoff/outgoing.ts'
import { deliverGroup } from '#shared/thread/deliver-group.ts'
import type { Message } from '#shared/thread/message.ts'
import { addressOf, threadOf } from '#tests/support/inbound.ts'
import { memoryPorts } from '#tests/support/ports.ts'

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
  const receipt = { threadId, at: 2, id: 'out-2', to: 'delivered' as const }
  const told = { id: 'told', receipt: 'told', receiveCount: 1, body: { version: 1 as const, receipt } }
  const ports = { ...memoryPorts(), clock: () => 10 }
  await ports.transactions.commit('before', [{ kind: 'message-added', message: { ...stored(2), delivery: 'sent' } }])
  const sender = { send: async (): Promise<Delivered> => ({ kind: 'postponed', cause: 'callback answered 503' }) }
  const group = { ...ports, store: ports.deliveries, sender, postpone: async () => undefined }

  expect(await deliverGroup(group, [record(1), told])).toEqual(['record-1'])
  expect(await deliverGroup(group, [told])).toEqual([])

  expect(await ports.deliveries.read(threadId, 2, 'out-2')).toMatchObject({ delivery: 'delivered' })
  expect(ports.events.filter(({ event }) => event === 'message.reported')).toEqual([
    { event: 'message.reported', threadId, messageId: 'out-2', to: 'delivered' },
  ])
})
