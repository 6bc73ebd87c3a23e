import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  type ReceiveMessageCommandInput,
  SendMessageCommand,
  type SendMessageCommandInput,
  SQSClient,
} from '@aws-sdk/client-sqs'
import type { JsonObject } from '#infra/local/json.ts'
import { startLocalQueues } from './local-queues.ts'

type Queues = Awaited<ReturnType<typeof startLocalQueues>>

/** The verbs of SQS, spoken by the AWS SDK to a local queue, short enough to read in a test. */
export class QueueSpeaker {
  readonly sqs: SQSClient
  readonly queues: Queues['queues']
  readonly #local: Queues

  constructor(local: Queues) {
    this.#local = local
    this.queues = local.queues
    this.sqs = new SQSClient(local.client)
  }

  url(queue: string): string {
    return this.#local.urlOf(queue)
  }

  send(queue: string, MessageBody: string, more: Partial<SendMessageCommandInput> = {}) {
    return this.sqs.send(new SendMessageCommand({ QueueUrl: this.url(queue), MessageBody, ...more }))
  }

  sendTo(queue: string, group: string, body: string, id: string = crypto.randomUUID()) {
    return this.send(queue, body, { MessageGroupId: group, MessageDeduplicationId: id })
  }

  async receive(queue: string, more: Partial<ReceiveMessageCommandInput> = {}) {
    const input = { QueueUrl: this.url(queue), MaxNumberOfMessages: 10, WaitTimeSeconds: 0, ...more }
    const { Messages = [] } = await this.sqs.send(new ReceiveMessageCommand(input))
    return Messages
  }

  async bodies(queue: string, more?: Partial<ReceiveMessageCommandInput>) {
    return (await this.receive(queue, more)).map(({ Body }) => Body)
  }

  remove(queue: string, ReceiptHandle: string | undefined) {
    return this.sqs.send(new DeleteMessageCommand({ QueueUrl: this.url(queue), ReceiptHandle }))
  }

  show(queue: string, ReceiptHandle: string | undefined, VisibilityTimeout = 0) {
    const input = { QueueUrl: this.url(queue), ReceiptHandle, VisibilityTimeout }
    return this.sqs.send(new ChangeMessageVisibilityCommand(input))
  }

  empty(): void {
    for (const name of Object.keys(this.queues.depths())) this.queues.byName(name)?.purge()
  }

  close(): Promise<void> {
    return this.#local.close()
  }
}

export const speakToQueues = async (properties: Record<string, JsonObject>): Promise<QueueSpeaker> =>
  new QueueSpeaker(await startLocalQueues(properties))

/** Queue properties that send a message received too often to another queue of the same template. */
export const redriveTo = (dead: string, maxReceiveCount: number): JsonObject => ({
  RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': [dead, 'Arn'] }, maxReceiveCount },
})
