import middy from '@middy/core'
import * as z from 'zod/mini'
import { dynamoTable } from '#shared/aws/dynamo-table.ts'
import { sqsClient } from '#shared/aws/sqs-queue.ts'
import { sqsOutboundQueue } from '#shared/channel/sqs-outbound-queue.ts'
import { readConfig } from '#shared/config/read-config.ts'
import { dynamoHandoffReader } from '#shared/handoff/dynamo-handoff-reader.ts'
import { dynamoResendMarks, dynamoSweepReader } from '#shared/handoff/dynamo-sweep-reader.ts'
import { dynamoTransactions } from '#shared/handoff/dynamo-transactions.ts'
import { type Swept, sweep } from '#shared/handoff/sweep.ts'
import { doorLog } from '#shared/lambda/door-log.ts'
import { nameSchema, queueUrlsSchema, readEnv } from '#shared/lambda/read-env.ts'
import { systemPorts } from '#shared/lambda/system-ports.ts'
import { dynamoLineReader } from '#shared/line/dynamo-line-reader.ts'
import { sqsTicketCounter, sqsTickets } from '#shared/line/sqs-tickets.ts'
import { dynamoDeliveryStore } from '#shared/thread/dynamo-delivery-store.ts'
import { dynamoThreadReader } from '#shared/thread/dynamo-thread-reader.ts'

const env = readEnv(
  z.object({ BATON_TABLE: nameSchema, OUTBOUND_QUEUE_URL: nameSchema, TEAM_QUEUE_URLS: queueUrlsSchema }),
)
const { config } = readConfig(new URL('./config.json', import.meta.url))
const { log, published } = doorLog()
const [table, sqs] = [dynamoTable(env.BATON_TABLE), sqsClient()]

const ports = {
  ...systemPorts,
  log,
  line: dynamoLineReader(table),
  handoffs: dynamoHandoffReader(table),
  transactions: dynamoTransactions(table, config.retention.recordDays),
  reader: dynamoSweepReader(table),
  marks: dynamoResendMarks(table),
  threads: dynamoThreadReader(table),
  deliveries: dynamoDeliveryStore(table),
  tickets: sqsTickets(sqs, env.TEAM_QUEUE_URLS),
  counter: sqsTicketCounter(sqs, env.TEAM_QUEUE_URLS),
  outbound: sqsOutboundQueue(sqs, env.OUTBOUND_QUEUE_URL, systemPorts.clock),
}

/** Each minute. A step that failed makes the run fail as well, after the others are done, so that its alarm rings. */
export const handler = middy<unknown, Swept>()
  .use(published)
  .handler(async () => {
    const swept = await sweep(ports, config)
    if (swept.failed > 0) throw new Error(`sweep: ${swept.failed} steps failed; the log says which`)
    return swept
  })
