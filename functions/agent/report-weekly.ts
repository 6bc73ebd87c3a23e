import * as z from 'zod/mini'
import { BadRequestError } from '#shared/lambda/errors.ts'
import { jsonAnswer } from '#shared/lambda/json.ts'
import { reportWeek } from '#shared/report/report-week.ts'
import { parseWeek, weekAt, weekBefore } from '#shared/report/week.ts'
import { agentOperation } from './ports.ts'
import { reportExample } from './shapes/examples.ts'
import { reportSchema, reportView } from './shapes/report.ts'

export const reportWeekly = agentOperation({
  operationId: 'reportWeekly',
  summary: 'The week',
  description: 'What was handed off and why, how long customers waited before and after, next to the week before.',
  route: 'GET /reports/weekly',
  role: 'supervisor',
  query: z.strictObject({
    /** An ISO week, Monday to Monday in UTC. By default the last one that is over. */
    week: z.optional(z.string().check(z.regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/, 'must be a week such as 2026-W47'))),
  }),
  answers: { 200: { description: 'The report', schema: reportSchema, example: reportExample } },
  problems: [403],
  run: async ({ handoffs, clock }, { query }) => {
    const week = query.week === undefined ? weekBefore(weekAt(clock())) : parseWeek(query.week)
    if (!week) throw new BadRequestError('query: week: must be a week of the calendar, such as 2026-W47')
    return jsonAnswer(200, reportView(await reportWeek(handoffs, week)))
  },
})
