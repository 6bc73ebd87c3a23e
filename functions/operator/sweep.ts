import * as z from 'zod/mini'
import { laterFiles } from '#shared/attachment/later-files.ts'
import { dynamoTable } from '#shared/aws/dynamo-table.ts'
import { sqsClient } from '#shared/aws/sqs-queue.ts'
import { readConfig } from '#shared/config/read-config.ts'
import { eventBridgeClient, eventBridgeEventSink } from '#shared/handoff/eventbridge-event-sink.ts'
import { doorLog } from '#shared/lambda/door-log.ts'
import { nameSchema, namesSchema, readEnv } from '#shared/lambda/read-env.ts'
import { systemPorts } from '#shared/lambda/system-ports.ts'
import { traced } from '#shared/log/xray-calls.ts'
import { openSweep } from './open-sweep.ts'

const env = readEnv(
  z.object({
    BATON_TABLE: nameSchema,
    OUTBOUND_QUEUE_URL: nameSchema,
    TEAM_QUEUE_URLS: namesSchema,
    EVENT_BUS: z.optional(nameSchema),
    /** What an erasure looks through once more. */
    ATTACHMENT_BUCKET: z.optional(nameSchema),
    REPORT_BUCKET: z.optional(nameSchema),
    EXPORT_BUCKET: z.optional(nameSchema),
  }),
)

const bucket = env.ATTACHMENT_BUCKET
const openBucket = async (name: string) => (await import('#shared/attachment/s3-open.ts')).openFiles(name)
const reportBucket = env.REPORT_BUCKET
const openReports = async (name: string) => (await import('#shared/report/s3-open-reports.ts')).openReports(name)
const exportBucket = env.EXPORT_BUCKET
const openExports = async (name: string) => (await import('#shared/export/s3-open-exports.ts')).openExports(name)

const table = dynamoTable(env.BATON_TABLE)
traced('DynamoDB', table.client)

export const handler = openSweep({
  ...doorLog(),
  system: systemPorts,
  config: readConfig(new URL('./config.json', import.meta.url)).config,
  table,
  sqs: traced('SQS', sqsClient()),
  outboundQueueUrl: env.OUTBOUND_QUEUE_URL,
  teamQueueUrls: env.TEAM_QUEUE_URLS,
  events: env.EVENT_BUS === undefined ? undefined : eventBridgeEventSink(eventBridgeClient(), env.EVENT_BUS),
  attachments: bucket === undefined ? undefined : laterFiles(() => openBucket(bucket)).store,
  quoting: reportBucket === undefined ? [] : [async (threadIds) => (await openReports(reportBucket)).forget(threadIds)],
  pictures: exportBucket === undefined ? undefined : { forget: async () => (await openExports(exportBucket)).forget() },
})
