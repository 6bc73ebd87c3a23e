import { createHash } from 'node:crypto'
import type { SQSClient } from '@aws-sdk/client-sqs'
import { queueBody } from '../aws/sqs-queue.ts'
import { InboundQueueError } from './errors.ts'
import type { Inbound, InboundQueue } from './inbound-message.ts'
import { type FifoEntry, sendBatches } from './sqs-send-batches.ts'

const entryOf = ({ threadId, message }: Inbound): FifoEntry => ({
  MessageGroupId: threadId,
  MessageDeduplicationId: createHash('sha256').update(`${message.address.channel}#${message.dedupeId}`).digest('hex'),
  MessageBody: queueBody(message),
})

/** One FIFO group per thread keeps its order; the queue's own 5-minute deduplication saves a turn, the table's keeps 14 days. */
export const sqsInboundQueue = (sqs: SQSClient, queueUrl: string): InboundQueue => ({
  send: async (received) => {
    const failed = await sendBatches(sqs, queueUrl, received.map(entryOf))
    if (failed.length > 0) throw new InboundQueueError(failed.length)
  },
})
