import * as z from 'zod/mini'
import type { Handoff } from '#shared/handoff/handoff.ts'
import { clocksOf } from '#shared/report/clocks.ts'
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
  /** The thread's first, second, … */
  number: z.int(),
  team: z.string(),
  /** Whose line or hands it was in before, oldest first. */
  earlierTeams: z.optional(z.array(z.string())),
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
  /** From the first message to the handoff, to the first claim, to the first human answer; from the first claim to the end. */
  clocks: z.object({
    waitBeforeSeconds: z.int(),
    waitToClaimSeconds: z.optional(z.int()),
    waitToReplySeconds: z.optional(z.int()),
    handleSeconds: z.optional(z.int()),
  }),
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

const clocksView = (handoff: Handoff): HandoffView['clocks'] => {
  const { waitBeforeSeconds, waitToClaimSeconds, waitToReplySeconds, handleSeconds } = clocksOf(handoff)
  return {
    waitBeforeSeconds,
    ...(waitToClaimSeconds !== undefined && { waitToClaimSeconds }),
    ...(waitToReplySeconds !== undefined && { waitToReplySeconds }),
    ...(handleSeconds !== undefined && { handleSeconds }),
  }
}

/** `delivered`: the conversation's messages, where they are part of the same answer. */
export const handoffView = (handoff: Handoff, delivered?: Delivered): HandoffView => {
  const { id, threadId, conversationId, team, kind, trigger, topic, reason, status, outcome } = handoff
  const { language, channel, rule, configVersion, agentId, agentName } = handoff
  const { claims, releases, declines, expiries, transfers, overflows } = handoff
  return {
    ...{ id, threadId, conversationId, number: handoff.n, team, kind, trigger, reason, status },
    ...(handoff.earlierTeams && { earlierTeams: [...handoff.earlierTeams] }),
    ...(topic !== undefined && { topic }),
    startedAt: timeOf(handoff.startedAt),
    ...(handoff.headStartMs !== undefined && { headStartSeconds: Math.round(handoff.headStartMs / 1_000) }),
    handedOffAt: timeOf(handoff.openedAt),
    ...timesOf(handoff),
    clocks: clocksView(handoff),
    ...(agentId !== undefined && { agent: { id: agentId, name: agentName ?? agentId } }),
    ...(outcome !== undefined && { outcome }),
    ...{ language, channel, rule, configVersion },
    fired: handoff.fired.map((fired) => ({ ...fired, evidence: { ...fired.evidence } })),
    ...(handoff.escalations && { escalations: handoff.escalations.map((one) => ({ ...one, at: timeOf(one.at) })) }),
    counters: { claims, releases, declines, expiries, transfers, overflows },
    brief: briefView(handoff, delivered),
  }
}
