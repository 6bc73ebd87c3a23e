import { DeleteMessageCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OutboundMessage, outboundBodySchema, outboundMessageSchema } from '#shared/channel/outbound-message.ts'
import { sqsOutboundQueue, sqsReceiptQueue } from '#shared/channel/sqs-outbound-queue.ts'
import { fauxqsServer } from '#tests/support/fauxqs-server.ts'
import { addressOf, threadOf } from '#tests/support/inbound.ts'
import { localQueueServer } from '#tests/support/queue-server.ts'
import { startSqs, type TestSqs } from '#tests/support/sqs.ts'

const at = 1_700_000_000_000
const outbound = (id: string, text = 'Hello', fields: Partial<OutboundMessage> = {}): OutboundMessage => ({
  version: 1,
  threadId: threadOf('thread-1'),
  address: addressOf('thread-1'),
  message: { id, at, author: { kind: 'assistant' }, text },
  repeated: false,
  ...fields,
})

const onSqs = (startServer: typeof localQueueServer, texts: readonly string[]) => {
  let sqs: TestSqs
  beforeAll(async () => {
    sqs = await startSqs([], startServer)
  })
  afterAll(() => sqs.stop())

  const fresh = async () => {
    const url = await sqs.createQueue('fifo')
    return { url, queue: sqsOutboundQueue(sqs.client, url) }
  }

  test.each(texts)('%j arrives as it was sent', async (text) => {
    const { queue, url } = await fresh()
    const sent = outbound('out-1', text)

    await queue.send([sent])

    expect((await sqs.receive(url)).map((body) => outboundMessageSchema.parse(body))).toEqual([sent])
  })

  test('a thread keeps its order over more messages than one request takes', async () => {
    const { queue, url } = await fresh()
    const sent = Array.from({ length: 23 }, (_, n) => outbound(`out-${n}`))

    await queue.send(sent)

    const ids = (await takeAll(sqs, url)).map(({ message }) => message.id)
    expect(ids).toEqual(sent.map(({ message }) => message.id))
  })

  test('nothing to send asks nothing of the queue', async () => {
    const queue = sqsOutboundQueue(sqs.client, `${sqs.url}/000000000000/there-is-none.fifo`)

    await expect(queue.send([])).resolves.toBeUndefined()
    await expect(queue.send([outbound('out-1')])).rejects.toThrow()
  })

  test('what a channel tells stands behind the message that it is about, once', async () => {
    const { queue, url } = await fresh()
    const sent = outbound('out-1')
    const receipt = { threadId: sent.threadId, at, id: 'out-1', to: 'failed' as const, cause: 'the number is unknown' }

    await queue.send([sent])
    await sqsReceiptQueue(sqs.client, url).send([receipt, { ...receipt, cause: 'told again' }])

    expect(await takeEach(sqs, url, outboundBodySchema.parse)).toEqual([sent, { version: 1, receipt }])
  })

  test('what is told of a template is not taken for what was told of the text before it', async () => {
    const { queue, url } = await fresh()
    const sent = outbound('out-1')
    const receipt = { threadId: sent.threadId, at, id: 'out-1', to: 'failed' as const }
    const [text, template] = [
      { ...receipt, templateMayGo: true as const },
      { ...receipt, asTemplate: true as const },
    ]

    await queue.send([sent])
    await sqsReceiptQueue(sqs.client, url).send([text, template])

    expect(await takeEach(sqs, url, outboundBodySchema.parse)).toEqual([
      sent,
      { version: 1, receipt: text },
      { version: 1, receipt: template },
    ])
  })

  test('the same message handed over twice is queued once', async () => {
    const { queue, url } = await fresh()
    await queue.send([outbound('out-1')])
    await queue.send([outbound('out-1')])

    expect(await sqs.receive(url)).toHaveLength(1)
  })

  test.each([
    ['first', true],
    ['last', false],
  ])('a hand-over by somebody who could not see the other is no second message, came it %s', async (_, repeated) => {
    const { queue, url } = await fresh()
    await queue.send([outbound('out-1', 'Hello', { repeated })])
    await queue.send([outbound('out-1', 'Hello', { repeated: !repeated })])

    expect(await takeAll(sqs, url)).toHaveLength(1)
  })
}

/** One after the other, deleting each, as a group lets only one batch be in flight. */
const takeEach = async <Body>(sqs: TestSqs, url: string, read: (body: unknown) => Body): Promise<Body[]> => {
  const taken: Body[] = []
  for (;;) {
    const { Messages = [] } = await sqs.client.send(
      new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10 }),
    )
    if (Messages.length === 0) return taken
    for (const { Body, ReceiptHandle } of Messages) {
      taken.push(read(JSON.parse(Body ?? '')))
      await sqs.client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle }))
    }
  }
}

const takeAll = (sqs: TestSqs, url: string) => takeEach(sqs, url, outboundMessageSchema.parse)

const plainTexts = ['Grüße', 'a\u0000\u0001\u001fb', 'a\uFFFEb\uFFFFc', '"quotes" \\ and\nlines', '']
const emoji = ['😀 👩‍👩‍👧', '𐍈', '漢字', 'x'.repeat(200_000)]

describe('on the local cloud', () => onSqs(localQueueServer, [...plainTexts, ...emoji]))
// fauxqs takes a surrogate pair for two broken characters; SQS does not.
describe('on fauxqs', () => onSqs(fauxqsServer, plainTexts))
