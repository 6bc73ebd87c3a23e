import * as z from 'zod/mini'
import { UnknownTeamError } from '#shared/handoff/errors.ts'
import { jsonAnswer } from '#shared/lambda/json.ts'
import { serves } from '#shared/line/agent.ts'
import type { LineEntry } from '#shared/line/line-entry.ts'
import { secondsBetween } from '#shared/report/clocks.ts'
import { agentOperation } from './ports.ts'
import { cursorOf, placeOf } from './shapes/cursor.ts'
import { lineExample } from './shapes/examples.ts'
import { teamPath, timeOf, timeSchema, wholeNumberSchema } from './shapes/fields.ts'

const waitingSchema = z.object({
  handoffId: z.string(),
  conversationId: z.string(),
  startedAt: timeSchema,
  /** Since the customer's first message. The order goes by this and the head start together. */
  totalSeconds: z.int(),
  /** By how much older it counts, decided once; absent where it has none. */
  headStartSeconds: z.optional(z.int()),
  /** Since the handoff. */
  waitSeconds: z.int(),
  kind: z.string(),
  trigger: z.string(),
  topic: z.optional(z.string()),
  reason: z.string(),
})
export const lineSchema = z.object({
  team: z.string(),
  waiting: z.array(waitingSchema),
  /** Give it as `after` for the next page. */
  next: z.optional(z.string()),
})

const place = /^W#\d{13}#[\w.]{1,64}$/

const waitingView = (entry: LineEntry, now: number): z.infer<typeof waitingSchema> => {
  const { handoffId, conversationId, startedAt, headStartMs, handedOffAt, kind, trigger, topic, reason } = entry
  return {
    handoffId,
    conversationId,
    startedAt: timeOf(startedAt),
    totalSeconds: secondsBetween(startedAt, now) ?? 0,
    ...(headStartMs !== undefined && { headStartSeconds: Math.round(headStartMs / 1_000) }),
    waitSeconds: secondsBetween(handedOffAt, now) ?? 0,
    kind,
    trigger,
    ...(topic !== undefined && { topic }),
    reason,
  }
}

export const listLine = agentOperation({
  operationId: 'listLine',
  summary: 'Look at a line, in order',
  route: 'GET /teams/{team}/line',
  path: teamPath,
  query: z.strictObject({
    limit: z._default(wholeNumberSchema(1, 200), 50),
    after: z.optional(z.string()),
  }),
  answers: {
    200: { description: 'Longest conversation first, head starts counted', schema: lineSchema, example: lineExample },
  },
  problems: [404],
  run: async ({ config, line, clock }, { agent, path, query }) => {
    const { team } = path
    if (!Object.hasOwn(config.teams, team) || !serves(agent, team)) throw new UnknownTeamError(team)
    const after = placeOf(query.after, place)
    const { entries, next } = await line.list(team, { limit: query.limit, ...(after !== undefined && { after }) })
    const waiting = entries.map((entry) => waitingView(entry, clock()))
    return jsonAnswer(200, { team, waiting, ...(next !== undefined && { next: cursorOf(next) }) })
  },
})
