import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import type { TicketCounter, Tickets } from './tickets.ts'

const body = '{"version":1}'
/** SQS's own bound on a delay. */
const longestDelaySeconds = 900

const urlOf = (urls: Readonly<Record<string, string>>, team: string): string => {
  const url = urls[team]
  if (!url) throw new Error(`team ${team} has no queue: allowed are ${Object.keys(urls).join(', ')}`)
  return url
}

export const sqsTickets = (sqs: SQSClient, urls: Readonly<Record<string, string>>): Tickets => ({
  send: async (team, { delaySeconds = 0, count = 1 } = {}) => {
    const QueueUrl = urlOf(urls, team)
    const DelaySeconds = Math.min(Math.max(0, Math.ceil(delaySeconds)), longestDelaySeconds)
    if (count === 1) {
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: body, DelaySeconds }))
      return
    }
    for (let left = count; left > 0; left -= 10) {
      const Entries = Array.from({ length: Math.min(left, 10) }, (_, n) => ({
        Id: String(n),
        MessageBody: body,
        DelaySeconds,
      }))
      await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }))
    }
  },

  receive: async (team, waitSeconds) => {
    const { Messages } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: urlOf(urls, team), MaxNumberOfMessages: 1, WaitTimeSeconds: waitSeconds }),
    )
    return Messages?.[0]?.ReceiptHandle
  },

  hide: async (team, ticket, seconds) => {
    await sqs.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: urlOf(urls, team),
        ReceiptHandle: ticket,
        VisibilityTimeout: seconds,
      }),
    )
  },

  remove: async (team, ticket) => {
    await sqs.send(new DeleteMessageCommand({ QueueUrl: urlOf(urls, team), ReceiptHandle: ticket }))
  },
})

export const sqsTicketCounter = (sqs: SQSClient, urls: Readonly<Record<string, string>>): TicketCounter => ({
  count: async (team) => {
    const { Attributes = {} } = await sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl: urlOf(urls, team),
        AttributeNames: [
          'ApproximateNumberOfMessages',
          'ApproximateNumberOfMessagesNotVisible',
          'ApproximateNumberOfMessagesDelayed',
        ],
      }),
    )
    return Object.values(Attributes).reduce((sum, text) => sum + Number(text ?? 0), 0)
  },
})
