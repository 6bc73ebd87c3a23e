import * as z from 'zod/mini'
import { dynamoTable } from '#shared/aws/dynamo-table.ts'
import { sqsClient } from '#shared/aws/sqs-queue.ts'
import { readConfig } from '#shared/config/read-config.ts'
import { eventBridgeClient, eventBridgeEventSink } from '#shared/handoff/eventbridge-event-sink.ts'
import { doorLog } from '#shared/lambda/door-log.ts'
import { nameSchema, namesSchema, readEnv } from '#shared/lambda/read-env.ts'
import { systemPorts } from '#shared/lambda/system-ports.ts'
import { openSweep } from './open-sweep.ts'

const env = readEnv(
  z.object({
    BATON_TABLE: nameSchema,
    OUTBOUND_QUEUE_URL: nameSchema,
    TEAM_QUEUE_URLS: namesSchema,
    EVENT_BUS: z.optional(nameSchema),
  }),
)

export const handler = openSweep({
  ...doorLog(),
  system: systemPorts,
  config: readConfig(new URL('./config.json', import.meta.url)).config,
  table: dynamoTable(env.BATON_TABLE),
  sqs: sqsClient(),
  outboundQueueUrl: env.OUTBOUND_QUEUE_URL,
  teamQueueUrls: env.TEAM_QUEUE_URLS,
  events: env.EVENT_BUS === undefined ? undefined : eventBridgeEventSink(eventBridgeClient(), env.EVENT_BUS),
})
