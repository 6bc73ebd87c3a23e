import middy from '@middy/core'
import * as z from 'zod/mini'
import { dynamoTable } from '#shared/aws/dynamo-table.ts'
import { dynamoHandoffReader } from '#shared/handoff/dynamo-handoff-reader.ts'
import { doorLog } from '#shared/lambda/door-log.ts'
import { nameSchema, readEnv } from '#shared/lambda/read-env.ts'
import { systemPorts } from '#shared/lambda/system-ports.ts'
import { dynamoReportStore } from '#shared/report/dynamo-report-store.ts'
import { reportWeek } from '#shared/report/report-week.ts'
import { weekAt, weekBefore } from '#shared/report/week.ts'

const env = readEnv(z.object({ BATON_TABLE: nameSchema }))
const table = dynamoTable(env.BATON_TABLE)
const { log, published } = doorLog()
const [handoffs, reports] = [dynamoHandoffReader(table), dynamoReportStore(table)]

/** Each Monday: the week that has just ended, kept as it is now. */
export const handler = middy<unknown, { week: string }>()
  .use(published)
  .handler(async () => {
    const now = systemPorts.clock()
    const week = weekBefore(weekAt(now))
    await reports.write(week, await reportWeek(handoffs, week), now)
    log({ event: 'report.written', week: week.id })
    return { week: week.id }
  })
