import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InboundQueue } from '#shared/channel/inbound-message.ts'
import { type InboundMessage, inboundMessageSchema } from '#shared/channel/inbound-message.ts'
import { sqsInboundQueue } from '#shared/channel/sqs-inbound-queue.ts'
import { fauxqsServer } from '#tests/support/fauxqs-server.ts'
import { addressOf, inbound, threadOf } from '#tests/support/inbound.ts'
import { memoryInbound } from '#tests/support/memory-queues.ts'
import { localQueueServer } from '#tests/support/queue-server.ts'
import { startSqs, type TestSqs } from '#tests/support/sqs.ts'

const receivedAt = 1_700_000_000_000
const threadId = threadOf('thread-1')

interface Kept {
  readonly queue: InboundQueue
  kept(): Promise<readonly InboundMessage[]>
}

const suite = (fresh: () => Promise<Kept>, texts: readonly string[]) => {
  test.each(texts)('%j is kept as it came', async (text) => {
    const { queue, kept } = await fresh()
    const message = inbound({ receivedAt, text })

    await queue.send([{ threadId, message }])

    expect(await kept()).toEqual([message])
  })

  test('a delivery that comes twice is kept once', async () => {
    const { queue, kept } = await fresh()
    const message = inbound({ receivedAt, id: 'twice' })
    await queue.send([{ threadId, message }])
    await queue.send([{ threadId, message: { ...message, receivedAt: receivedAt + 1 } }])

    expect(await kept()).toEqual([message])
  })

  test('of a large delivery all is kept, more than one call may hold', async () => {
    const { queue, kept } = await fresh()
    const received = Array.from({ length: 23 }, (_, at) => ({
      threadId: threadOf(`thread-${at}`),
      message: inbound({ receivedAt, id: `m-${at}`, text: at < 5 ? `${at}`.repeat(300 * 1024) : `${at}` }),
    }))

    await queue.send(received)

    const ids = (await kept()).map(({ dedupeId }) => dedupeId)
    expect(ids.toSorted()).toEqual(received.map(({ message }) => message.dedupeId).toSorted())
  })

  test('the same id on two channels is two messages', async () => {
    const { queue, kept } = await fresh()
    const message = inbound({ receivedAt, id: 'both' })
    await queue.send([{ threadId, message }])
    await queue.send([
      { threadId: threadOf('mail'), message: { ...message, address: { ...addressOf('mail'), channel: 'email' } } },
    ])

    expect(await kept()).toHaveLength(2)
  })
}

const onSqs = (startServer: typeof localQueueServer, texts: readonly string[]) => {
  let sqs: TestSqs
  beforeAll(async () => {
    sqs = await startSqs([], startServer)
  })
  afterAll(() => sqs.stop())

  suite(async () => {
    const url = await sqs.createQueue('fifo')
    return {
      queue: sqsInboundQueue(sqs.client, url),
      kept: async () => (await sqs.receive(url)).map((body) => inboundMessageSchema.parse(body)),
    }
  }, texts)

  test('a queue that is not there keeps nothing and says so', async () => {
    const queue = sqsInboundQueue(sqs.client, `${sqs.url}/000000000000/there-is-none.fifo`)

    await expect(queue.send([{ threadId, message: inbound({ receivedAt }) }])).rejects.toThrow()
  })
}

const plainTexts = ['Grüße', 'a\u0000\u0001\u001fb', 'a\uFFFEb\uFFFFc', '"quotes" \\ and\nlines', '']
const emoji = ['😀 👩‍👩‍👧', '𐍈']

describe('in memory', () =>
  suite(async () => {
    const queue = memoryInbound()
    return { queue, kept: async () => queue.kept.map(({ message }) => message) }
  }, [...plainTexts, ...emoji]))
describe('on the local cloud', () => onSqs(localQueueServer, [...plainTexts, ...emoji]))
// fauxqs takes a surrogate pair for two broken characters; SQS does not.
describe('on fauxqs', () => onSqs(fauxqsServer, plainTexts))
