import * as z from 'zod/mini'
import { BadRequestError } from '#shared/lambda/errors.ts'
import { type Answer, jsonAnswer, textAnswer } from '#shared/lambda/json.ts'
import { ReportNotWrittenError } from '#shared/report/errors.ts'
import { type ReportForm, reportForms } from '#shared/report/report-store.ts'
import { reportWeek } from '#shared/report/report-week.ts'
import { parseWeek, type Week, weekAt, weekBefore } from '#shared/report/week.ts'
import { type AgentPorts, agentOperation } from './ports.ts'
import { reportCsvExample, reportExample, reportPageExample } from './shapes/examples.ts'
import { reportSchema, reportView } from './shapes/report.ts'

const formOf = (accept: string): ReportForm => {
  if (/\btext\/html\b/i.test(accept)) return 'html'
  return /\btext\/csv\b/i.test(accept) ? 'csv' : 'json'
}

/** A page that customers' words stand on runs nothing and fetches nothing. */
const written = (form: ReportForm, text: string): Answer => {
  const answer = textAnswer(200, reportForms[form], text)
  if (form !== 'html') return answer
  const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
  return { ...answer, headers: { ...answer.headers, 'content-security-policy': policy } }
}

/** As it was written when the week had ended; of a week that was not written, the figures alone, reckoned now. */
const answerWeek = async ({ handoffs, reports, clock }: AgentPorts, week: Week, form: ReportForm): Promise<Answer> => {
  const text = await reports?.read(week.id, form)
  if (text !== undefined) return written(form, text)
  if (form !== 'json') throw new ReportNotWrittenError(week.id)
  return jsonAnswer(200, reportView(await reportWeek(handoffs, week, clock())))
}

export const reportWeekly = agentOperation({
  operationId: 'reportWeekly',
  summary: 'The week',
  description:
    'What was handed off and why, next to the week before. A week that was written has causes, hours, work and changes as well, and is there as a page for `Accept: text/html` and as a table for `Accept: text/csv`.',
  route: 'GET /reports/weekly',
  role: 'supervisor',
  query: z.strictObject({
    /** An ISO week, Monday to Monday in UTC. By default the last one that is over. */
    week: z.optional(z.string().check(z.regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/, 'must be a week such as 2026-W47'))),
  }),
  answers: {
    200: {
      description: 'The report',
      schema: reportSchema,
      example: reportExample,
      otherForms: {
        'text/html': { description: 'One page with everything in it', example: reportPageExample },
        'text/csv': { description: 'RFC 4180: section, name, figure, now, before', example: reportCsvExample },
      },
    },
  },
  problems: [403, 404],
  run: async (ports, { query, accept }) => {
    const week = query.week === undefined ? weekBefore(weekAt(ports.clock())) : parseWeek(query.week)
    if (!week) throw new BadRequestError('query: week: must be a week of the calendar, such as 2026-W47')
    return answerWeek(ports, week, formOf(accept))
  },
})
