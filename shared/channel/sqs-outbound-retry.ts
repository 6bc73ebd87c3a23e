import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs'

/** SQS hides a message for at most 12 hours in all. */
const longestSeconds = 43_000

/** Lets a message that could not be sent come back after a while, and its thread wait with it. */
export const sqsOutboundRetry =
  (sqs: SQSClient, queueUrl: string) =>
  async (receipt: string, seconds: number): Promise<void> => {
    await sqs.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: queueUrl,
        ReceiptHandle: receipt,
        VisibilityTimeout: Math.min(Math.ceil(seconds), longestSeconds),
      }),
    )
  }
