import * as z from 'zod/mini'
import { decisions, verdicts } from '#shared/report/what-if/confusion.ts'
import { keptMs, standingAt, type WhatIfJob } from '#shared/report/what-if/job.ts'
import type { WhatIf } from '#shared/report/what-if/replay-log.ts'
import type { ToldDifference } from '#shared/report/what-if/told-difference.ts'
import { timeOf, timeSchema } from './fields.ts'

export const kindSchema = z.enum(['same', 'moved', 'earlier', 'later', 'new', 'gone'])
const beforeAfterSchema = z.object({ before: z.int(), after: z.int() })
const countsSchema = z.record(z.string(), z.int())

const resultSchema = z.object({
  turns: z.int(),
  conversations: z.int(),
  /** Times that the assistant had the word, from its first turn to the one that hands off. */
  stretches: z.int(),
  /** Of these, by what becomes of them. */
  kinds: z.record(kindSchema, z.int()),
  /** May have ended otherwise: what no model was asked, nobody knows. */
  open: z.int(),
  triggers: z.record(z.string(), beforeAfterSchema),
  /** By team, then by hour of its own day, 00 to 23. */
  load: z.record(z.string(), z.record(z.string(), beforeAfterSchema)),
  /** By outcome, then by what becomes of the stretch. */
  outcomes: z.record(z.string(), countsSchema),
  /** By what the log says afterwards, then by what the other configuration does. */
  confusion: z.record(z.enum(verdicts), z.record(z.enum(decisions), z.int())),
  /** Turns on which a trigger fired that is in shadow. */
  shadow: countsSchema,
  /** Differences that were found, and as many of them as are listed. */
  differences: z.object({ found: z.int(), kept: z.int() }),
})

export const whatIfSchema = z.object({
  id: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed']),
  askedAt: timeSchema,
  from: timeSchema,
  to: timeSchema,
  /** Of what is tried; turns of the log name theirs. */
  configVersion: z.string(),
  /** It is forgotten then. */
  keptUntil: timeSchema,
  progress: z.optional(z.object({ turns: z.int(), reached: z.optional(timeSchema) })),
  endedAt: z.optional(timeSchema),
  /** `took-too-long`: ask for a shorter period. `died` and `not-started`: ask again. */
  failure: z.optional(z.enum(['failed', 'took-too-long', 'died', 'not-started'])),
  result: z.optional(resultSchema),
})

const resultView = ({ tally, ...result }: WhatIf) =>
  ({ ...result, ...tally }) as Omit<z.infer<typeof resultSchema>, 'differences'>

const standingView = (job: WhatIfJob, now: number) => {
  const standing = standingAt(job, now)
  switch (standing.state) {
    case 'queued':
      return {}
    case 'running': {
      const { turns, takenAt } = standing.reached
      return { progress: { turns, ...(takenAt !== undefined && { reached: timeOf(takenAt) }) } }
    }
    case 'failed':
      return { endedAt: timeOf(standing.endedAt), failure: standing.cause }
    case 'done': {
      const { endedAt, result, differences } = standing
      return { endedAt: timeOf(endedAt), result: { ...resultView(result), differences } }
    }
  }
}

export const whatIfView = (job: WhatIfJob, now: number): z.infer<typeof whatIfSchema> => ({
  id: job.id,
  state: standingAt(job, now).state,
  askedAt: timeOf(job.askedAt),
  from: timeOf(job.from),
  to: timeOf(job.to),
  configVersion: job.candidate.version,
  keptUntil: timeOf(job.askedAt + keptMs),
  ...standingView(job, now),
})

const firedSchema = z.object({
  trigger: z.string(),
  kind: z.enum(['failure', 'topic']),
  topic: z.optional(z.string()),
  reason: z.string(),
  evidence: z.object({
    matched: z.optional(z.string()),
    score: z.number(),
    threshold: z.number(),
    detail: z.optional(z.string()),
  }),
})

const placeSchema = z.object({
  at: timeSchema,
  /** What the customer wrote in that turn, at most 500 characters of it. */
  asked: z.string(),
  team: z.optional(z.string()),
  rule: z.optional(z.string()),
  handoffId: z.optional(z.string()),
  fired: z.array(firedSchema),
})

const differenceSchema = z.object({
  kind: kindSchema,
  conversationId: z.string(),
  open: z.boolean(),
  outcome: z.optional(z.string()),
  before: z.optional(placeSchema),
  after: z.optional(placeSchema),
})

export const differencesSchema = z.object({
  differences: z.array(differenceSchema),
  /** Give it as `after` for the next page; a page may be short, or empty, and still have one. */
  next: z.optional(z.string()),
})

type Place = NonNullable<ToldDifference['before']>
const placeView = ({ at, fired, ...place }: Place): z.infer<typeof placeSchema> => ({
  ...place,
  at: timeOf(at),
  fired: fired.map((one) => ({ ...one })),
})

export const differenceView = ({
  threadId: _,
  before,
  after,
  ...difference
}: ToldDifference): z.infer<typeof differenceSchema> => ({
  ...difference,
  ...(before && { before: placeView(before) }),
  ...(after && { after: placeView(after) }),
})
