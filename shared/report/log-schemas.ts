import * as z from 'zod/mini'
import { signalsSchema } from '../assistant/signals.ts'

/** What a line has to have; whatever else it has is kept, so that a newer log is read by an older report. */
const time = z.int().check(z.nonnegative())
const id = z.string().check(z.minLength(1))
const share = z.number().check(z.gte(0), z.lte(1))
const count = z.int().check(z.nonnegative())
const words = z.record(z.string(), z.string())

const firedSchema = z.looseObject({
  trigger: id,
  kind: z.enum(['failure', 'topic']),
  topic: z.optional(z.string()),
  evidence: z.looseObject({
    matched: z.optional(z.string()),
    score: z.number(),
    threshold: z.number(),
    detail: z.optional(z.string()),
  }),
  reason: z.string(),
})

const passageSchema = z.looseObject({
  title: z.string(),
  url: z.string(),
  confidence: share,
  sureness: z.optional(share),
  topic: z.optional(z.string()),
})

const profile = {
  tier: z.optional(z.string()),
  value: z.optional(z.number()),
  attributes: z.optional(words),
}

export const loggedTurnSchema = z.looseObject({
  threadId: id,
  conversationId: id,
  at: time,
  configVersion: id,
  channel: id,
  language: id,
  customer: z.optional(z.looseObject(profile)),
  messages: z.array(z.string()),
  earlier: z.array(z.string()),
  passages: z.optional(z.array(passageSchema)),
  model: z.optional(
    z.union([
      z.looseObject({ signals: signalsSchema, sourceless: z.optional(z.boolean()) }),
      z.looseObject({ failed: z.string() }),
    ]),
  ),
  unsayable: z.optional(z.array(firedSchema)),
  tools: z.optional(z.enum(['answered', 'beside', 'failed'])),
  did: z.enum(['answered', 'handed-off', 'put-off', 'appended']),
  fired: z.array(firedSchema),
  shadow: z.optional(z.array(firedSchema)),
  handoffId: z.optional(id),
})

const briefSchema = z.looseObject({
  summary: z.string(),
  customer: z.looseObject({ verified: words }),
  records: z.array(z.looseObject({ source: z.string(), fetchedAt: time })),
  tried: z.array(z.looseObject({ action: z.string(), title: z.string(), at: time })),
})

const escalationSchema = z.looseObject({ at: time, from: id, to: id, rule: z.string() })

export const loggedHandoffSchema = z.looseObject({
  id,
  threadId: id,
  conversationId: id,
  n: count,
  status: z.enum(['waiting', 'claimed', 'returned', 'closed']),
  epoch: count,
  startedAt: time,
  headStartMs: z.optional(count),
  openedAt: time,
  team: id,
  teamSince: time,
  earlierTeams: z.optional(z.array(id)),
  rule: z.string(),
  kind: z.enum(['failure', 'topic']),
  trigger: id,
  topic: z.optional(z.string()),
  reason: z.string(),
  fired: z.array(firedSchema).check(z.minLength(1)),
  configVersion: id,
  language: id,
  channel: id,
  customerId: z.optional(id),
  ruledBy: z.optional(z.looseObject({ about: z.optional(z.string()), ...profile })),
  escalations: z.optional(z.array(escalationSchema)),
  brief: briefSchema,
  claimedAt: z.optional(time),
  acceptedAt: z.optional(time),
  firstClaimedAt: z.optional(time),
  firstReplyAt: z.optional(time),
  claims: count,
  releases: count,
  declines: count,
  expiries: count,
  transfers: count,
  overflows: count,
  updates: z.optional(count),
  endedAt: z.optional(time),
  outcome: z.optional(id),
  endedBy: z.optional(id),
  attemptId: z.string(),
})

export const conversationRecordSchema = z.looseObject({
  id,
  threadId: id,
  startedAt: time,
  closedAt: time,
  messages: count,
  customerId: z.optional(id),
  handoffId: z.optional(id),
  outcome: id,
})
