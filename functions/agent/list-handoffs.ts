import * as z from 'zod/mini'
import type { Handoff } from '#shared/handoff/handoff.ts'
import { type LogPage, logPlace } from '#shared/handoff/handoff-reader.ts'
import { BadRequestError } from '#shared/lambda/errors.ts'
import { jsonAnswer, textAnswer } from '#shared/lambda/json.ts'
import { serves } from '#shared/line/agent.ts'
import { readLog } from '#shared/report/read-log.ts'
import { agentOperation } from './ports.ts'
import { cursorOf, placeOf } from './shapes/cursor.ts'
import { csvExample, handoffExample } from './shapes/examples.ts'
import { idSchema, momentSchema, wholeNumberSchema } from './shapes/fields.ts'
import { type HandoffView, handoffSchema, handoffView } from './shapes/handoff.ts'
import { answerLimitBytes } from './shapes/message.ts'

const dayMs = 86_400_000
const daysAtMost = 92
const daysByDefault = 7

const querySchema = z.strictObject({
  from: z.optional(momentSchema),
  to: z.optional(momentSchema),
  team: z.optional(idSchema),
  kind: z.optional(z.enum(['failure', 'topic'])),
  trigger: z.optional(idSchema),
  topic: z.optional(idSchema),
  limit: z._default(wholeNumberSchema(1, 500), 100),
  after: z.optional(z.string()),
})

export const logSchema = z.object({
  handoffs: z.array(handoffSchema),
  /** Give it as `after` for the next page; a page may be short and still have one. */
  next: z.optional(z.string()),
})

const logPlaceForm = /^\d{13}#[\w.]{0,64}$/

const periodOf = (query: z.infer<typeof querySchema>, now: number): { from: number; to: number } => {
  const to = query.to === undefined ? now : Date.parse(query.to)
  const from = query.from === undefined ? to - daysByDefault * dayMs : Date.parse(query.from)
  if (from >= to || to - from > daysAtMost * dayMs)
    throw new BadRequestError(`query: from: must be before to, by at most ${daysAtMost} days`)
  return { from, to }
}

/** As much of a page as one answer holds; what is left is the next page's. */
const fitting = ({ handoffs, next }: LogPage): z.infer<typeof logSchema> => {
  let shown: readonly Handoff[] = handoffs
  let views: HandoffView[] = shown.map((one) => handoffView(one))
  while (shown.length > 1 && Buffer.byteLength(JSON.stringify(views)) > answerLimitBytes) {
    shown = shown.slice(0, Math.ceil(shown.length / 2))
    views = views.slice(0, shown.length)
  }
  const last = shown.at(-1)
  const place = last && shown.length < handoffs.length ? logPlace(last) : next
  return { handoffs: views, ...(place !== undefined && { next: cursorOf(place) }) }
}

export const listHandoffs = agentOperation({
  operationId: 'listHandoffs',
  summary: 'The log',
  description:
    'Handoffs opened in [from, to), oldest first: those of your teams, or all for a supervisor. By default the last 7 days, at most 92. As CSV for `Accept: text/csv`; its next page is in the `link` header.',
  route: 'GET /handoffs',
  query: querySchema,
  answers: {
    200: {
      description: 'A page of the log',
      schema: logSchema,
      example: { handoffs: [handoffExample] },
      otherForms: {
        'text/csv': {
          description:
            'RFC 4180. Times in ISO 8601 UTC, waits in seconds; text that looks like a formula gets an apostrophe',
          example: csvExample,
        },
      },
    },
  },
  problems: [],
  run: async ({ handoffs, clock }, { agent, query, accept }) => {
    const { team, kind, trigger, topic, limit } = query
    const after = placeOf(query.after, logPlaceForm)
    const period = periodOf(query, clock())
    const page = await readLog(handoffs, {
      ...period,
      filter: { team, kind, trigger, topic },
      isShown: (handoff) => serves(agent, handoff.team),
      limit,
      after,
    })
    const next = page.next === undefined ? undefined : cursorOf(page.next)
    if (!/\btext\/csv\b/i.test(accept)) return jsonAnswer(200, fitting(page))

    // Rarely asked for: it lies in a file of its own beside the door's.
    const { handoffsCsv } = await import('#shared/report/handoffs-csv.ts')
    const answer = textAnswer(200, 'text/csv; charset=utf-8; header=present', handoffsCsv(page.handoffs))
    const following = new URLSearchParams({ ...isoOf(period), ...given(query), ...(next && { after: next }) })
    return next ? { ...answer, headers: { ...answer.headers, link: `</handoffs?${following}>; rel="next"` } } : answer
  },
})

/** The next page is of the same period, however late it is asked for. */
const isoOf = ({ from, to }: { from: number; to: number }) => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
})

const given = (query: z.infer<typeof querySchema>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
