import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { clientSettings } from './cloud-access.ts'
import { type DeployedStack, resourcesOf } from './deployed-stack.ts'

export interface DeployedQueue {
  /** Its logical id. */
  readonly id: string
  readonly url: string
  readonly arn: string
  readonly isFifo: boolean
  readonly policy: string
  /** Where it hands what fails too often. */
  readonly deadLetterArn?: string
  readonly maxReceiveCount?: number
  /** Visible, in flight and delayed ones. */
  readonly messages: number
}

interface Redrive {
  readonly deadLetterTargetArn: string
  readonly maxReceiveCount: number
}

export const readQueues = async (stack: DeployedStack): Promise<readonly DeployedQueue[]> => {
  const client = new SQSClient(clientSettings(stack.access))
  const read = async ({ id, physicalId: url }: { readonly id: string; readonly physicalId: string }) => {
    const command = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] })
    const { Attributes: found = {} } = await client.send(command)
    const redrive = found.RedrivePolicy ? (JSON.parse(found.RedrivePolicy) as Redrive) : undefined
    const { ApproximateNumberOfMessages, ApproximateNumberOfMessagesNotVisible, ApproximateNumberOfMessagesDelayed } =
      found
    const messages = [
      ApproximateNumberOfMessages,
      ApproximateNumberOfMessagesNotVisible,
      ApproximateNumberOfMessagesDelayed,
    ]
    return {
      id,
      url,
      arn: found.QueueArn ?? '',
      isFifo: found.FifoQueue === 'true',
      policy: found.Policy ?? '',
      ...(redrive && { deadLetterArn: redrive.deadLetterTargetArn, maxReceiveCount: Number(redrive.maxReceiveCount) }),
      messages: messages.reduce((sum, number) => sum + Number(number ?? 0), 0),
    }
  }
  return Promise.all(resourcesOf(stack, 'AWS::SQS::Queue').map(read))
}
