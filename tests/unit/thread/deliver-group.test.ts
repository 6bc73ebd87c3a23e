import { expect, test } from 'vitest'
import type { Delivered } from '#shared/channel/channel.ts'
import { toOutbound } from '#shared/handoff/outgoing.ts'
import { deliverGroup } from '#shared/thread/deliver-group.ts'
import { addressOf, threadOf } from '#tests/support/inbound.ts'
import { memoryPorts } from '#tests/support/ports.ts'

const threadId = threadOf('thread-1')
const record = (n: number) => ({
  id: `record-${n}`,
  receipt: `receipt-${n}`,
  receiveCount: 1,
  body: toOutbound(addressOf('thread-1'), {
    threadId,
    id: `out-${n}`,
    conversationId: `${threadId}.1`,
    at: n,
    author: { kind: 'assistant' },
    text: `reply ${n}`,
    delivery: 'pending',
  }),
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
