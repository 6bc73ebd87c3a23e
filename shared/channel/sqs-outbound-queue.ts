import type { SQSClient } from '@aws-sdk/client-sqs'
import { queueBody } from '../aws/sqs-queue.ts'
import { OutboundQueueError } from './errors.ts'
import type { OutboundBody, OutboundMessage, OutboundQueue } from './outbound-message.ts'
import type { ReceiptQueue } from './receipt.ts'
import { type FifoEntry, sendBatches } from './sqs-send-batches.ts'

const bodyOf = (body: OutboundBody): string => queueBody(body)

/**
 * A repeated hand-over bears the same id: while the queue remembers the other one (5 minutes), that one is in it or done,
 * and the later of two could not tell that it is not the first.
 */
const messageEntry = (message: OutboundMessage): FifoEntry => ({
  MessageGroupId: message.threadId,
  MessageDeduplicationId: message.message.id,
  MessageBody: bodyOf(message),
})

const sendAll = async (sqs: SQSClient, queueUrl: string, entries: readonly FifoEntry[]): Promise<void> => {
  const failed = await sendBatches(sqs, queueUrl, entries)
  if (failed.length > 0) throw new OutboundQueueError(failed)
}

export const sqsOutboundQueue = (sqs: SQSClient, queueUrl: string): OutboundQueue => ({
  send: (messages) => sendAll(sqs, queueUrl, messages.map(messageEntry)),
})

/** In the thread's own group, behind the messages that it is about. */
export const sqsReceiptQueue = (sqs: SQSClient, queueUrl: string): ReceiptQueue => ({
  send: (receipts) =>
    sendAll(
      sqs,
      queueUrl,
      receipts.map((receipt) => ({
        MessageGroupId: receipt.threadId,
        MessageDeduplicationId: `${receipt.id}.${receipt.to}${receipt.asTemplate ? '.template' : ''}`,
        MessageBody: bodyOf({ version: 1, receipt }),
      })),
    ),
})
