import { SendMessageBatchCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { queueBody } from '../aws/sqs-queue.ts'
import { OutboundQueueError } from './errors.ts'
import type { OutboundBody, OutboundMessage, OutboundQueue } from './outbound-message.ts'
import type { ReceiptQueue } from './receipt.ts'

interface Entry {
  readonly MessageGroupId: string
  readonly MessageDeduplicationId: string
  readonly MessageBody: string
}

const bodyOf = (body: OutboundBody): string => queueBody(body)

/**
 * A repeated hand-over bears the same id: while the queue remembers the other one (5 minutes), that one is in it or done,
 * and the later of two could not tell that it is not the first.
 */
const messageEntry = (message: OutboundMessage): Entry => ({
  MessageGroupId: message.threadId,
  MessageDeduplicationId: message.message.id,
  MessageBody: bodyOf(message),
})

/** The batch keeps the order of its entries within a group; one entry goes alone. */
const sendEntries = async (sqs: SQSClient, queueUrl: string, entries: readonly Entry[]): Promise<void> => {
  const [only] = entries
  if (!only) return
  if (entries.length === 1) {
    await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, ...only }))
    return
  }
  for (let from = 0; from < entries.length; from += 10) {
    const batch = entries.slice(from, from + 10)
    const answer = await sqs.send(
      new SendMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: batch.map((entry, index) => ({ Id: String(index), ...entry })),
      }),
    )
    // A batch may answer 200 with failed entries.
    const failed = answer.Failed ?? []
    if (failed.length > 0)
      throw new OutboundQueueError(failed.map(({ Id }) => batch[Number(Id)]?.MessageDeduplicationId ?? 'unknown'))
  }
}

export const sqsOutboundQueue = (sqs: SQSClient, queueUrl: string): OutboundQueue => ({
  send: (messages) => sendEntries(sqs, queueUrl, messages.map(messageEntry)),
})

/** In the thread's own group, behind the messages that it is about. */
export const sqsReceiptQueue = (sqs: SQSClient, queueUrl: string): ReceiptQueue => ({
  send: (receipts) =>
    sendEntries(
      sqs,
      queueUrl,
      receipts.map((receipt) => ({
        MessageGroupId: receipt.threadId,
        MessageDeduplicationId: `${receipt.id}.${receipt.to}${receipt.asTemplate ? '.template' : ''}`,
        MessageBody: bodyOf({ version: 1, receipt }),
      })),
    ),
})
