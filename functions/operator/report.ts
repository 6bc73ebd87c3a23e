import middy from '@middy/core'
import * as z from 'zod/mini'
import { dynamoTable } from '#shared/aws/dynamo-table.ts'
import { readConfig } from '#shared/config/read-config.ts'
import { dynamoHandoffReader } from '#shared/handoff/dynamo-handoff-reader.ts'
import { doorLog } from '#shared/lambda/door-log.ts'
import { nameSchema, readEnv } from '#shared/lambda/read-env.ts'
import { systemPorts } from '#shared/lambda/system-ports.ts'
import { dynamoConversationLog } from '#shared/report/dynamo-conversation-log.ts'
import { dynamoReportStore } from '#shared/report/dynamo-report-store.ts'
import { weekAt, weekBefore } from '#shared/report/week.ts'
import { writeReport } from '#shared/report/write-report.ts'

const delivered = z.object({ REPORT_BUCKET: nameSchema, REPORT_TOPIC: nameSchema, EVENT_BUS: nameSchema })
const env = readEnv(z.object({ BATON_TABLE: nameSchema }))
const { config } = readConfig(new URL('./config.json', import.meta.url))
const table = dynamoTable(env.BATON_TABLE)
const { log, published } = doorLog()

const names = config.report && readEnv(delivered)
const openDelivery = async ({
  REPORT_BUCKET: bucket,
  REPORT_TOPIC: topic,
  EVENT_BUS: bus,
}: z.infer<typeof delivered>) =>
  (await import('#shared/report/s3-open-delivery.ts')).openDelivery({ bucket, topic, bus })
const ports = {
  config,
  handoffs: dynamoHandoffReader(table),
  conversations: dynamoConversationLog(table, systemPorts.clock),
  reports: dynamoReportStore(table),
  delivery: names && (() => openDelivery(names)),
}

/** Of the time that the door has, what is kept for the figures and the writing. */
const writingShare = 0.3

/** Each Monday: the week that has just ended, kept as it is now, and told. */
export const handler = middy<unknown, { week: string }>()
  .use(published)
  .handler(async (_, context) => {
    const now = systemPorts.clock()
    const week = weekBefore(weekAt(now))
    const writingMs = context.getRemainingTimeInMillis() * writingShare
    const isOver = () => context.getRemainingTimeInMillis() < writingMs
    const { turnsLeftOut } = await writeReport({ ...ports, now, isOver }, week)
    if (turnsLeftOut) log({ event: 'report.turns-left-out', week: week.id, ...turnsLeftOut })
    log({ event: 'report.written', week: week.id })
    return { week: week.id }
  })
