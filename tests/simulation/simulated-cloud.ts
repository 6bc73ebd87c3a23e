import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { SQSClient } from '@aws-sdk/client-sqs'
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'
import { takeEvents } from '#infra/local/gateway/events.ts'
import { asObject, type Json } from '#infra/local/json.ts'
import { forgetfulStore } from '#infra/local/queue/message-store.ts'
import { LocalQueue } from '#infra/local/queue/queue.ts'
import { callQueue } from '#infra/local/queue/queue-api.ts'
import { queueSettings } from '#infra/local/queue/queue-settings.ts'
import type { Queues } from '#infra/local/queue/queues.ts'
import { type DynamoTable, marshallOptions } from '#shared/aws/dynamo-table.ts'
import type { HandoffEvent } from '#shared/handoff/handoff-event.ts'
import { localCredentials } from '#tests/support/dynamo.ts'
import { simulatedHandler } from './request-handlers.ts'
import { type CallPath, straight } from './simulated-calls.ts'
import { clientLimits } from './stack-doors.ts'
import { SimulatedTable } from './table/simulated-table.ts'
import { TableApi } from './table/table-api.ts'
import type { VirtualTime } from './virtual-time.ts'

/** Answers a Converse request; undefined is an answer that no client can read. */
export type SimulatedModel = (request: unknown) => unknown

export interface SimulatedCloud {
  readonly table: SimulatedTable
  readonly queue: (name: string) => LocalQueue
  readonly queueUrl: (name: string) => string
  /** What the bus took, in its order: the events' details. */
  readonly heard: readonly HandoffEvent[]
  /** What an execution environment opens for itself. */
  readonly openClients: () => SimulatedClients
}

export interface SimulatedClients {
  readonly table: DynamoTable
  readonly sqs: SQSClient
  readonly bedrock: BedrockRuntimeClient
  readonly bus: EventBridgeClient
}

export interface QueueProperties {
  readonly name: string
  readonly properties: Readonly<Record<string, Json>>
}

const account = '000000000000'
const arnOf = (name: string) => `arn:aws:sqs:us-east-1:${account}:${name}`

/** Nobody here looks at signatures, and they would take a tenth of the time. */
const unsigned = { sign: async <T>(request: T) => request }
export const usual = {
  region: 'us-east-1',
  credentials: localCredentials,
  endpoint: 'http://127.0.0.1',
  signer: unsigned,
}

const unheard = new AbortController().signal

const target = (request: { readonly headers: Readonly<Record<string, string>> }) =>
  request.headers['x-amz-target']?.split('.').at(-1) ?? ''

const tableClient = (calls: CallPath, api: TableApi): DynamoTable => {
  const requestHandler = simulatedHandler(calls, {
    service: 'dynamodb',
    limitMs: clientLimits.dynamodb.requestMs,
    operationOf: target,
    answer: (operation, body) => api.call(operation, body),
    errorName: (fault) => (fault === 'throttled' ? 'ThrottlingException' : 'InternalServerError'),
  })
  const client = new DynamoDBClient({ ...usual, maxAttempts: clientLimits.dynamodb.maxAttempts, requestHandler })
  return {
    name: 'simulated',
    client: DynamoDBDocumentClient.from(client, { marshallOptions }),
  }
}

const queueClient = (calls: CallPath, queues: Queues): SQSClient =>
  new SQSClient({
    ...usual,
    maxAttempts: clientLimits.sqs.maxAttempts,
    requestHandler: simulatedHandler(calls, {
      service: 'sqs',
      limitMs: clientLimits.sqs.requestMs,
      operationOf: target,
      answer: (operation, body, signal) => callQueue(queues, operation, asObject(body as Json), signal ?? unheard),
      errorName: (fault) => (fault === 'throttled' ? 'ThrottlingException' : 'InternalFailure'),
    }),
  })

const modelClient = (calls: CallPath, model: SimulatedModel): BedrockRuntimeClient =>
  new BedrockRuntimeClient({
    ...usual,
    maxAttempts: clientLimits.bedrock.maxAttempts,
    requestHandler: simulatedHandler(calls, {
      service: 'bedrock',
      limitMs: clientLimits.bedrock.requestMs,
      operationOf: () => 'Converse',
      answer: (_, body) => model(body),
      errorName: (fault) => (fault === 'throttled' ? 'ThrottlingException' : 'InternalServerException'),
    }),
  })

const busClient = (calls: CallPath, heard: HandoffEvent[]): EventBridgeClient =>
  new EventBridgeClient({
    ...usual,
    maxAttempts: clientLimits.events.maxAttempts,
    requestHandler: simulatedHandler(calls, {
      service: 'events',
      limitMs: clientLimits.events.requestMs,
      operationOf: target,
      answer: (operation, body) => {
        const input = asObject(body as Json)
        for (const { Detail } of (input.Entries ?? []) as { readonly Detail: string }[]) heard.push(JSON.parse(Detail))
        return takeEvents({ service: 'events', operation, input })
      },
      errorName: (fault) => (fault === 'throttled' ? 'ThrottlingException' : 'InternalException'),
    }),
  })

let warmed: Promise<unknown> | undefined

/**
 * A client's first call reads the machine's configuration files, and real reading takes real time, which virtual time
 * would not wait for. Afterwards every client knows what they say.
 */
export const warm = (): Promise<unknown> => {
  warmed ??= simulatedTable().client.send(new GetCommand({ TableName: 'simulated', Key: { pk: 'none', sk: 'none' } }))
  return warmed
}

/** The table alone, for tests that hold it to what DynamoDB does. */
export const simulatedTable = (): DynamoTable =>
  tableClient(straight, new TableApi(new SimulatedTable(Date.now), Date.now))

export interface CloudOptions {
  readonly queues: readonly QueueProperties[]
  readonly model: SimulatedModel
  readonly indexLagMs: number
}

/** DynamoDB, SQS and Bedrock in memory, behind the SDK's own clients. */
export const simulatedCloud = (calls: CallPath, time: VirtualTime, options: CloudOptions): SimulatedCloud => {
  const table = new SimulatedTable(time.now, options.indexLagMs)
  const api = new TableApi(table, time.now)
  const heard: HandoffEvent[] = []
  const byName = new Map<string, LocalQueue>()
  const byArn = (arn: string) => byName.get(arn.slice(arn.lastIndexOf(':') + 1))
  for (const { name, properties } of options.queues)
    byName.set(name, new LocalQueue(queueSettings(name, arnOf(name), { ...properties }), forgetfulStore, byArn))
  const all: Queues = { byName: (name: string) => byName.get(name), byArn, depths: () => ({}), close: () => undefined }

  return {
    table,
    heard,
    queue: (name) => {
      const queue = byName.get(name)
      if (!queue) throw new Error(`no queue ${name}`)
      return queue
    },
    queueUrl: (name) => `http://127.0.0.1/${account}/${name}`,
    openClients: () => ({
      table: { ...tableClient(calls, api), clock: () => Date.now() },
      sqs: queueClient(calls, all),
      bedrock: modelClient(calls, options.model),
      bus: busClient(calls, heard),
    }),
  }
}
