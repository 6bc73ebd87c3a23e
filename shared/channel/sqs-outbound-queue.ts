import { SendMessageBatchCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { queueBody } from '../aws/sqs-queue.ts'
import { OutboundQueueError } from './errors.ts'
import type { OutboundMessage, OutboundQueue } from './outbound-message.ts'

/**
 * A repeated hand-over bears the same id: while the queue remembers the other one (5 minutes), that one is in it or done,
 * and the later of two could not tell that it is not the first.
 */
const entry = (message: OutboundMessage) => ({
  MessageGroupId: message.threadId,
  MessageDeduplicationId: message.message.id,
  MessageBody: queueBody(message),
})

/** The batch keeps the order of its entries within a group; one message goes alone. */
export const sqsOutboundQueue = (sqs: SQSClient, queueUrl: string): OutboundQueue => ({
  send: async (messages) => {
    const [only] = messages
    if (!only) return
    if (messages.length === 1) {
      await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, ...entry(only) }))
      return
    }
    for (let from = 0; from < messages.length; from += 10) {
      const batch = messages.slice(from, from + 10)
      const answer = await sqs.send(
        new SendMessageBatchCommand({
          QueueUrl: queueUrl,
          Entries: batch.map((message, index) => ({ Id: String(index), ...entry(message) })),
        }),
      )
      // A batch may answer 200 with failed entries.
      const failed = answer.Failed ?? []
      if (failed.length > 0)
        throw new OutboundQueueError(failed.map(({ Id }) => batch[Number(Id)]?.message.id ?? 'unknown'))
    }
  },
})
