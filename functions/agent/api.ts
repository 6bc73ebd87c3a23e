import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { dynamoTable } from '#shared/aws/dynamo-table.ts'
import { sqsClient } from '#shared/aws/sqs-queue.ts'
import { sqsOutboundQueue } from '#shared/channel/sqs-outbound-queue.ts'
import { readConfig } from '#shared/config/read-config.ts'
import { dynamoCustomerStore } from '#shared/customer/dynamo-customer-store.ts'
import { dynamoErasure } from '#shared/handoff/dynamo-erasure.ts'
import { dynamoHandoffReader } from '#shared/handoff/dynamo-handoff-reader.ts'
import { dynamoTransactions } from '#shared/handoff/dynamo-transactions.ts'
import { doorLog } from '#shared/lambda/door-log.ts'
import { nameSchema, queueUrlsSchema, readEnv } from '#shared/lambda/read-env.ts'
import { systemPorts } from '#shared/lambda/system-ports.ts'
import { dynamoAgentReader } from '#shared/line/dynamo-agent-reader.ts'
import { dynamoLineReader } from '#shared/line/dynamo-line-reader.ts'
import { sqsTickets } from '#shared/line/sqs-tickets.ts'
import { dynamoThreadReader } from '#shared/thread/dynamo-thread-reader.ts'
import { answerAgent } from './answer-agent.ts'

const env = readEnv(
  z.object({ BATON_TABLE: nameSchema, OUTBOUND_QUEUE_URL: nameSchema, TEAM_QUEUE_URLS: queueUrlsSchema }),
)
const { config } = readConfig(new URL('./config.json', import.meta.url))
const [table, sqs, { log, published }] = [dynamoTable(env.BATON_TABLE), sqsClient(), doorLog()]
const ports = {
  ...systemPorts,
  config,
  threads: dynamoThreadReader(table),
  handoffs: dynamoHandoffReader(table),
  line: dynamoLineReader(table),
  agents: dynamoAgentReader(table),
  customers: dynamoCustomerStore(table),
  erasure: dynamoErasure(table),
  transactions: dynamoTransactions(table, config.retention.recordDays),
  tickets: sqsTickets(sqs, env.TEAM_QUEUE_URLS),
  outbound: sqsOutboundQueue(sqs, env.OUTBOUND_QUEUE_URL, systemPorts.clock),
  log,
}

export const handler = answerAgent(ports, readFileSync(new URL('./openapi.json', import.meta.url), 'utf8'), published)
