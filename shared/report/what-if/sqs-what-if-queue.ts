import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import type { WhatIfQueue } from './what-if-jobs.ts'

/** One group: the next is handed over when the one before is done. */
const oneAtATime = 'what-if'

export const sqsWhatIfQueue = (sqs: SQSClient, QueueUrl: string): WhatIfQueue => ({
  send: async (id) => {
    const MessageBody = JSON.stringify({ id })
    await sqs.send(
      new SendMessageCommand({ QueueUrl, MessageBody, MessageGroupId: oneAtATime, MessageDeduplicationId: id }),
    )
  },
})
