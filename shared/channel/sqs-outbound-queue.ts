import { SendMessageBatchCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { queueBody } from '../aws/sqs-queue.ts'
import { OutboundQueueError } from './errors.ts'
import type { OutboundMessage, OutboundQueue } from './outbound-message.ts'

/** A repeated hand-over needs an id of its own, or the queue's 5-minute deduplication would swallow it. */
const entry = (message: OutboundMessage, now: number) => ({
  MessageGroupId: message.threadId,
  MessageDeduplicationId: message.repeated ? `${message.message.id}-${now}` : message.message.id,
  MessageBody: queueBody(message),
})

/** The batch keeps the order of its entries within a group; one message goes alone. */
export const sqsOutboundQueue = (sqs: SQSClient, queueUrl: string, clock: () => number): OutboundQueue => ({
  send: async (messages) => {
    const [only] = messages
    if (!only) return
    if (messages.length === 1) {
      await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, ...entry(only, clock()) }))
      return
    }
    for (let from = 0; from < messages.length; from += 10) {
      const batch = messages.slice(from, from + 10)
      const answer = await sqs.send(
        new SendMessageBatchCommand({
          QueueUrl: queueUrl,
          Entries: batch.map((message, index) => ({ Id: String(index), ...entry(message, clock()) })),
        }),
      )
      // A batch may answer 200 with failed entries.
      const failed = answer.Failed ?? []
      if (failed.length > 0)
        throw new OutboundQueueError(failed.map(({ Id }) => batch[Number(Id)]?.message.id ?? 'unknown'))
    }
  },
})
