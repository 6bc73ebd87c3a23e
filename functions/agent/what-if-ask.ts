import * as z from 'zod/mini'
import { BadRequestError } from '#shared/lambda/errors.ts'
import { jsonAnswer } from '#shared/lambda/json.ts'
import { askWhatIf } from '#shared/report/what-if/ask-what-if.ts'
import type { Json } from '#shared/report/what-if/merge-patch.ts'
import { agentOperation } from './ports.ts'
import { momentSchema } from './shapes/fields.ts'
import { whatIfSchema, whatIfView } from './shapes/what-if.ts'
import { askedExample } from './shapes/what-if-examples.ts'

const dayMs = 86_400_000
const daysByDefault = 28
const daysAtMost = 92

const bodySchema = z.strictObject({
  /** A merge patch (RFC 7396) of the deployed configuration's `triggers`, `routing`, `teams`, `defaultTeam`, `overflow`, `headStart`. */
  config: z.record(z.string(), z.unknown()),
  /** Turns taken from then on. By default four weeks before `to`. */
  from: z.optional(momentSchema),
  /** And before then. By default now. */
  to: z.optional(momentSchema),
})

const periodOf = ({ from, to }: z.infer<typeof bodySchema>, now: number): { from: number; to: number } => {
  const until = to === undefined ? now : Date.parse(to)
  const since = from === undefined ? until - daysByDefault * dayMs : Date.parse(from)
  if (until > now) throw new BadRequestError('body: to: must not be in the future')
  if (since >= until || until - since > daysAtMost * dayMs)
    throw new BadRequestError(`body: from: must be before to, by at most ${daysAtMost} days`)
  return { from: since, to: until }
}

export const askForWhatIf = agentOperation({
  operationId: 'askWhatIf',
  summary: 'Ask what would have been',
  description:
    'Has the logged turns of a period decided again under a changed configuration: which handoffs would be new, gone, earlier, later or another team’s, the load by team and hour, and what came of the conversations. It asks no model and changes nothing. Answered later, one at a time: look at what `location` names. The same question while it is under way is the one that there is.',
  route: 'POST /what-if',
  role: 'supervisor',
  body: bodySchema,
  bodyExample: {
    config: { triggers: { frustration: { certain: 0.6 } }, routing: [] },
    from: '2026-11-16T00:00:00Z',
    to: '2026-11-23T00:00:00Z',
  },
  answers: {
    202: { description: 'Asked; `location` is where it is answered', schema: whatIfSchema, example: askedExample },
  },
  problems: [403, 409, 415],
  run: async ({ whatIf, clock }, { body, attemptId }) => {
    const now = clock()
    const period = periodOf(body, now)
    const candidate = await whatIf.candidateOf(body.config as Readonly<Record<string, Json>>)
    const asked = { id: `wi_${attemptId}`, askedAt: now, ...period, candidate, standing: { state: 'queued' } } as const
    const job = await askWhatIf({ ...whatIf, clock }, asked)
    const answer = jsonAnswer(202, whatIfView(job, now))
    return { ...answer, headers: { ...answer.headers, location: `/what-if/${job.id}` } }
  },
})
