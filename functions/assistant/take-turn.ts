import { readFileSync } from 'node:fs'
import middy from '@middy/core'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import * as z from 'zod/mini'
import { bedrockAssistant } from '#shared/assistant/bedrock-assistant.ts'
import { bedrockClient } from '#shared/assistant/bedrock-client.ts'
import { dynamoTable } from '#shared/aws/dynamo-table.ts'
import { sqsClient } from '#shared/aws/sqs-queue.ts'
import { inboundMessageSchema } from '#shared/channel/inbound-message.ts'
import { sqsOutboundQueue } from '#shared/channel/sqs-outbound-queue.ts'
import { readConfig } from '#shared/config/read-config.ts'
import { dynamoCustomerStore } from '#shared/customer/dynamo-customer-store.ts'
import { dynamoTransactions } from '#shared/handoff/dynamo-transactions.ts'
import { minisearchKnowledge } from '#shared/knowledge/minisearch-knowledge.ts'
import { doorLog } from '#shared/lambda/door-log.ts'
import { handleGroups } from '#shared/lambda/queue-groups.ts'
import { nameSchema, queueUrlsSchema, readEnv } from '#shared/lambda/read-env.ts'
import { systemPorts } from '#shared/lambda/system-ports.ts'
import { sqsTickets } from '#shared/line/sqs-tickets.ts'
import { dynamoDeliveryStore } from '#shared/thread/dynamo-delivery-store.ts'
import { dynamoThreadReader } from '#shared/thread/dynamo-thread-reader.ts'
import { hasExamples, listenWith } from '#shared/triggers/own-listen.ts'
import { openPhraseBook } from '#shared/triggers/phrase-book.ts'
import { takeTurn } from '#shared/turn/take-turn.ts'

const env = readEnv(
  z.object({ BATON_TABLE: nameSchema, OUTBOUND_QUEUE_URL: nameSchema, TEAM_QUEUE_URLS: queueUrlsSchema }),
)
const deployed = readConfig(new URL('./config.json', import.meta.url))
const { log, published } = doorLog()
const [table, sqs] = [dynamoTable(env.BATON_TABLE), sqsClient()]

const beside = (name: string): Buffer => readFileSync(new URL(`./${name}`, import.meta.url))

const ports = {
  ...systemPorts,
  log,
  threads: dynamoThreadReader(table),
  customers: dynamoCustomerStore(table),
  transactions: dynamoTransactions(table, deployed.config.retention.recordDays),
  deliveries: dynamoDeliveryStore(table),
  outbound: sqsOutboundQueue(sqs, env.OUTBOUND_QUEUE_URL, systemPorts.clock),
  tickets: sqsTickets(sqs, env.TEAM_QUEUE_URLS),
  knowledge: minisearchKnowledge(JSON.parse(beside('knowledge.json').toString())),
  ears: {
    listen: listenWith(
      beside('triggers.bin'),
      hasExamples(deployed.config.triggers) ? beside('own-topics.bin') : undefined,
    ),
    recognise: openPhraseBook(JSON.parse(beside('phrases.json').toString())),
  },
  assistant: bedrockAssistant({ client: bedrockClient(), config: deployed.config, log, clock: systemPorts.clock }),
}

/** Two failed tries; the third hands the messages to a person without thinking. */
const lastThinkingTry = 2

/** The turn of every thread that has new messages in the batch. */
export const handler = middy<SQSEvent, SQSBatchResponse>()
  .use(published)
  .handler((event) =>
    handleGroups(event, inboundMessageSchema, log, async (threadId, records) => {
      const thirdTry = records.some(({ receiveCount }) => receiveCount > lastThinkingTry)
      await takeTurn(ports, deployed, { threadId, messages: records.map(({ body }) => body), thirdTry })
      return []
    }),
  )
