import { noUsage } from '#infra/cost/load/usage.ts'
import type { TemplateFacts } from '#infra/cost/template-facts.ts'

export const sampleFacts: TemplateFacts = {
  memory: { TakeTurn: 1_024, AgentApi: 1_024, Sweep: 1_024, ReceiveMessage: 1_024 },
  alarmMetrics: 13,
  customMetrics: 20,
  dashboards: 1,
  secrets: 2,
  keys: 1,
  buckets: 0,
  isTraced: true,
  requestsPerSecond: 500,
  accessLogBytes: 274,
}

/** One turn: ten units written, 1.5 read, one call of the model. */
export const sampleTurn = {
  ...noUsage,
  invocations: 1,
  calls: {
    'sqs ReceiveMessage fifo': 1,
    'sqs DeleteMessageBatch fifo': 1,
    'sqs SendMessage': 1,
    'dynamodb Query': 1,
    'dynamodb TransactWriteItems': 1,
    'bedrock converse': 1,
  },
  readUnits: 1.5,
  written: { 'thread state': { writes: 1, bytes: 600, tableUnits: 8, indexUnits: 2 } },
  logLines: 1,
  logBytes: 974,
  modelInputCharacters: 4_000,
  modelOutputCharacters: 400,
}
