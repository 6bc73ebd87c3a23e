import type { SQSClient } from '@aws-sdk/client-sqs'
import { expect, test } from 'vitest'
import { sqsInboundQueue } from '#shared/channel/sqs-inbound-queue.ts'
import { type FifoEntry, sendBatches } from '#shared/channel/sqs-send-batches.ts'
import { inbound } from '#tests/support/inbound.ts'

interface Call {
  readonly MessageBody?: string
  readonly Entries?: readonly { readonly Id: string; readonly MessageBody: string }[]
}

const mebibyte = 1024 * 1024
const entry = (id: number | string, bytes = 1): FifoEntry => ({
  MessageGroupId: 'one thread',
  MessageDeduplicationId: `${id}`,
  MessageBody: 'x'.repeat(bytes),
})

/** Each call's bodies by their lengths, a lone one as a number; of a batch the queue refuses those. */
const scriptedSqs = (failing: readonly string[]) => {
  const calls: (number | readonly number[])[] = []
  const client = {
    send: async ({ input: { MessageBody, Entries = [] } }: { readonly input: Call }) => {
      calls.push(MessageBody?.length ?? Entries.map((one) => one.MessageBody.length))
      return { Failed: Entries.filter(({ Id }) => failing.includes(Id)).map(({ Id }) => ({ Id })) }
    },
  }
  return { calls, sqs: client as unknown as SQSClient }
}

const send = async (entries: readonly FifoEntry[], failing: readonly string[] = []) => {
  const { calls, sqs } = scriptedSqs(failing)
  return { calls, failed: await sendBatches(sqs, 'https://sqs.example/queue.fifo', entries) }
}

test.each<[string, readonly number[], readonly (number | readonly number[])[]]>([
  ['nothing', [], []],
  ['one goes alone', [7], [7]],
  ['two go together', [7, 8], [[7, 8]]],
  ['ten are a batch', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 11]],
  [
    'a mebibyte is a batch',
    [mebibyte - 1, 1, 2, 3],
    [
      [mebibyte - 1, 1],
      [2, 3],
    ],
  ],
  ['one as long as a call may be', [1, mebibyte, 1], [1, mebibyte, 1]],
])('in their order: %s', async (_, sizes, calls) => {
  const sent = await send(sizes.map((size, at) => entry(at, size)))

  expect(sent).toEqual({ calls, failed: [] })
})

test('a batch that is not kept whole is told of, and none is sent behind it', async () => {
  const entries = Array.from({ length: 12 }, (_, at) => entry(`m-${at}`))

  const { calls, failed } = await send(entries, ['3'])

  expect(failed).toEqual(['m-3'])
  expect(calls).toHaveLength(1)
})

test('a delivery that is not kept whole is our failure: its channel has to bring it again', async () => {
  const queue = sqsInboundQueue(scriptedSqs(['1']).sqs, 'https://sqs.example/queue.fifo')
  const received = ['a', 'b'].map((id) => ({ threadId: 'one thread', message: inbound({ receivedAt: 1, id }) }))

  await expect(queue.send(received)).rejects.toThrow('inbound queue refused 1 messages')
})
