import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { laterFiles } from '#shared/attachment/later-files.ts'
import { dynamoTable } from '#shared/aws/dynamo-table.ts'
import { sqsClient } from '#shared/aws/sqs-queue.ts'
import { readConfig } from '#shared/config/read-config.ts'
import { laterSink } from '#shared/handoff/tell-at-once.ts'
import { doorLog } from '#shared/lambda/door-log.ts'
import { nameSchema, namesSchema, readEnv } from '#shared/lambda/read-env.ts'
import { systemPorts } from '#shared/lambda/system-ports.ts'
import { laterDesk } from '#shared/report/what-if/desk.ts'
import { openApi } from './open-api.ts'

const env = readEnv(
  z.object({
    BATON_TABLE: nameSchema,
    OUTBOUND_QUEUE_URL: nameSchema,
    TEAM_QUEUE_URLS: namesSchema,
    WHAT_IF_QUEUE_URL: nameSchema,
    /** Where a channel has files that are kept. */
    ATTACHMENT_BUCKET: z.optional(nameSchema),
    EVENT_BUS: z.optional(nameSchema),
    /** Where each week's report is kept. */
    REPORT_BUCKET: z.optional(nameSchema),
    /** Where the table is exported to. */
    EXPORT_BUCKET: z.optional(nameSchema),
  }),
)

const bus = env.EVENT_BUS
const openBus = async (name: string) => (await import('#shared/handoff/eventbridge-open.ts')).openSink(name)
const bucket = env.ATTACHMENT_BUCKET
const openBucket = async (name: string) => (await import('#shared/attachment/s3-open.ts')).openFiles(name)

const reportBucket = env.REPORT_BUCKET
const openReports = async (name: string) => (await import('#shared/report/s3-open-reports.ts')).openReports(name)

const exportBucket = env.EXPORT_BUCKET
const openExports = async (name: string) => (await import('#shared/export/s3-open-exports.ts')).openExports(name)
const { config } = readConfig(new URL('./config.json', import.meta.url))
const whatIfNames = { table: env.BATON_TABLE, queueUrl: env.WHAT_IF_QUEUE_URL, config }
const openWhatIf = async () => (await import('#shared/report/what-if/dynamo-open-desk.ts')).openDesk(whatIfNames)

export const handler = openApi({
  ...doorLog(),
  system: systemPorts,
  config,
  table: dynamoTable(env.BATON_TABLE),
  sqs: sqsClient(),
  outboundQueueUrl: env.OUTBOUND_QUEUE_URL,
  teamQueueUrls: env.TEAM_QUEUE_URLS,
  whatIf: laterDesk(openWhatIf),
  events: bus === undefined ? undefined : laterSink(() => openBus(bus)),
  files: bucket === undefined ? undefined : laterFiles(() => openBucket(bucket)),
  reports:
    reportBucket === undefined
      ? undefined
      : {
          read: async (...report) => (await openReports(reportBucket)).read(...report),
          forget: async (threadIds) => (await openReports(reportBucket)).forget(threadIds),
        },
  exports: exportBucket === undefined ? undefined : { forget: async () => (await openExports(exportBucket)).forget() },
  erasing: async (ports) => (await import('./erasing.ts')).openErasingOf(env.BATON_TABLE, ports),
  openApi: readFileSync(new URL('./openapi.json', import.meta.url), 'utf8'),
})
