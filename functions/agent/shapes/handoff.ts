import * as z from 'zod/mini'
import type { Handoff } from '#shared/handoff/handoff.ts'
import { briefSchema, briefView, type Delivered } from './brief.ts'
import { timeOf, timeSchema } from './fields.ts'

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

export const handoffSchema = z.object({
  id: z.string(),
  threadId: z.string(),
  conversationId: z.string(),
  team: z.string(),
  kind: z.enum(['failure', 'topic']),
  trigger: z.string(),
  topic: z.optional(z.string()),
  /** One line that says what failed or which topic was flagged. */
  reason: z.string(),
  status: z.enum(['waiting', 'claimed', 'returned', 'closed']),
  /** The conversation's first message: with the head start, the place in the line, for good. */
  startedAt: timeSchema,
  headStartSeconds: z.optional(z.int()),
  handedOffAt: timeSchema,
  /** The present claim, its lease until it is accepted, and who holds it. */
  claimedAt: z.optional(timeSchema),
  leaseUntil: z.optional(timeSchema),
  acceptedAt: z.optional(timeSchema),
  agent: z.optional(z.object({ id: z.string(), name: z.string() })),
  firstClaimedAt: z.optional(timeSchema),
  firstReplyAt: z.optional(timeSchema),
  endedAt: z.optional(timeSchema),
  outcome: z.optional(z.string()),
  language: z.string(),
  channel: z.string(),
  rule: z.string(),
  configVersion: z.string(),
  /** Everything that fired, the trigger above first. */
  fired: z.array(firedSchema),
  /** Moves after a wait, oldest first, each with the overflow rule that made it. */
  escalations: z.optional(z.array(z.object({ at: timeSchema, from: z.string(), to: z.string(), rule: z.string() }))),
  counters: z.object({
    claims: z.int(),
    releases: z.int(),
    declines: z.int(),
    expiries: z.int(),
    transfers: z.int(),
    overflows: z.int(),
  }),
  brief: briefSchema,
})
export type HandoffView = z.infer<typeof handoffSchema>

const times = ['claimedAt', 'acceptedAt', 'firstClaimedAt', 'firstReplyAt', 'endedAt'] as const

const timesOf = (handoff: Handoff): Partial<Record<(typeof times)[number] | 'leaseUntil', string>> => {
  const leased = handoff.status === 'claimed' && handoff.acceptedAt === undefined
  const shown = leased ? ([...times, 'leaseUntil'] as const) : times
  return Object.fromEntries(
    shown.flatMap((name) => {
      const at = handoff[name]
      return at === undefined ? [] : [[name, timeOf(at)]]
    }),
  )
}

/** `delivered`: the conversation's messages, where they are part of the same answer. */
export const handoffView = (handoff: Handoff, delivered?: Delivered): HandoffView => {
  const { id, threadId, conversationId, team, kind, trigger, topic, reason, status, outcome } = handoff
  const { language, channel, rule, configVersion, agentId, agentName } = handoff
  const { claims, releases, declines, expiries, transfers, overflows } = handoff
  return {
    ...{ id, threadId, conversationId, team, kind, trigger, reason, status },
    ...(topic !== undefined && { topic }),
    startedAt: timeOf(handoff.startedAt),
    ...(handoff.headStartMs !== undefined && { headStartSeconds: Math.round(handoff.headStartMs / 1_000) }),
    handedOffAt: timeOf(handoff.openedAt),
    ...timesOf(handoff),
    ...(agentId !== undefined && { agent: { id: agentId, name: agentName ?? agentId } }),
    ...(outcome !== undefined && { outcome }),
    ...{ language, channel, rule, configVersion },
    fired: handoff.fired.map((fired) => ({ ...fired, evidence: { ...fired.evidence } })),
    ...(handoff.escalations && { escalations: handoff.escalations.map((one) => ({ ...one, at: timeOf(one.at) })) }),
    counters: { claims, releases, declines, expiries, transfers, overflows },
    brief: briefView(handoff, delivered),
  }
}
