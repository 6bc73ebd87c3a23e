import { randomUUID } from 'node:crypto'
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { localCredentials, localEnvironment } from './dynamo.ts'
import { localQueueServer, type QueueServer } from './queue-server.ts'

/** A real SQS API for one test file, with the queues of a stack in it. */
export interface TestSqs {
  readonly url: string
  readonly client: SQSClient
  readonly inboundUrl: string
  readonly outboundUrl: string
  readonly teamUrls: Readonly<Record<string, string>>
  /** The variables that lead a door's own SDK client here. */
  readonly environment: Readonly<Record<string, string>>
  /** Another queue, for a test that wants one of its own. */
  createQueue(kind: 'fifo' | 'standard'): Promise<string>
  /** Takes everything that is visible now, deleting nothing; bodies parsed. */
  receive(queueUrl: string): Promise<readonly unknown[]>
  stop(): Promise<void>
}

const createQueue = async (client: SQSClient, kind: 'fifo' | 'standard', visibilitySeconds = 30): Promise<string> => {
  const fifo = kind === 'fifo'
  const { QueueUrl } = await client.send(
    new CreateQueueCommand({
      QueueName: `${randomUUID()}${fifo ? '.fifo' : ''}`,
      Attributes: {
        VisibilityTimeout: String(visibilitySeconds),
        ...(fifo && { FifoQueue: 'true', ContentBasedDeduplication: 'false' }),
      },
    }),
  )
  if (!QueueUrl) throw new Error('the queue emulator gave no queue URL')
  return QueueUrl
}

const receiveAll = async (client: SQSClient, QueueUrl: string): Promise<readonly unknown[]> => {
  const bodies: unknown[] = []
  for (;;) {
    const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))
    if (Messages.length === 0) return bodies
    bodies.push(...Messages.map(({ Body }) => JSON.parse(Body ?? 'null')))
  }
}

export const startSqs = async (
  teams: readonly string[] = ['care', 'billing'],
  startServer: () => Promise<QueueServer> = localQueueServer,
): Promise<TestSqs> => {
  const server = await startServer()
  const { url } = server
  const client = new SQSClient({
    endpoint: url,
    region: 'us-east-1',
    credentials: localCredentials,
    requestHandler: new NodeHttpHandler({ httpAgent: { maxSockets: 200 } }),
  })
  const inboundUrl = await createQueue(client, 'fifo')
  const outboundUrl = await createQueue(client, 'fifo')
  const teamUrls: Record<string, string> = {}
  for (const team of teams) teamUrls[team] = await createQueue(client, 'standard')

  return {
    url,
    client,
    inboundUrl,
    outboundUrl,
    teamUrls,
    environment: {
      ...localEnvironment,
      AWS_ENDPOINT_URL_SQS: url,
      INBOUND_QUEUE_URL: inboundUrl,
      OUTBOUND_QUEUE_URL: outboundUrl,
      TEAM_QUEUE_URLS: JSON.stringify(teamUrls),
    },
    createQueue: (kind) => createQueue(client, kind),
    receive: (queueUrl) => receiveAll(client, queueUrl),
    stop: async () => {
      client.destroy()
      await server.close()
    },
  }
}
