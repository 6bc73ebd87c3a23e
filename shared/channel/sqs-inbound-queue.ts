import { createHash } from 'node:crypto'
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { queueBody } from '../aws/sqs-queue.ts'
import type { InboundQueue } from './inbound-message.ts'

/** One FIFO group per thread keeps its order; the queue's own 5-minute deduplication saves a turn, the table's keeps 14 days. */
export const sqsInboundQueue = (sqs: SQSClient, queueUrl: string): InboundQueue => ({
  send: async (threadId, message) => {
    await sqs.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageGroupId: threadId,
        MessageDeduplicationId: createHash('sha256')
          .update(`${message.address.channel}#${message.dedupeId}`)
          .digest('hex'),
        MessageBody: queueBody(message),
      }),
    )
  },
})
