import { DeleteQueueCommand, SQSClient } from '@aws-sdk/client-sqs'
import { clientSettings } from '../cloud/client-settings.ts'
import { codeOf } from '../cloud/failure.ts'
import { alreadyGone, type Remover } from './ports.ts'

/** Both names of one error: the JSON protocol's, and the older query protocol's. */
const missing = ['QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue']

export const sqsQueueRemover = (region: string): Remover => {
  // The URL names the queue; where SQS is reached is for the environment to say.
  const client = new SQSClient({ ...clientSettings(region), useQueueUrlAsEndpoint: false })
  return async ({ physicalId: QueueUrl }) => {
    try {
      await client.send(new DeleteQueueCommand({ QueueUrl }))
      return 'deleted'
    } catch (error) {
      if (missing.includes(codeOf(error))) return alreadyGone
      throw error
    }
  }
}
