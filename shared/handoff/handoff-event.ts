import * as z from 'zod/mini'

/** What may happen to a handoff, as the bus names it. */
export const eventTypes = [
  'handoff.opened',
  'handoff.claimed',
  'handoff.escalated',
  'handoff.transferred',
  'handoff.released',
  'handoff.returned',
  'handoff.resolved',
] as const

const time = z.iso.datetime()

/**
 * One thing that happened to a handoff: ids, names from the configuration and times, nothing that a customer said or is.
 * Fields may be added under the same version; one that goes or changes its meaning makes a new one.
 */
export const handoffEventSchema = z.strictObject({
  version: z.literal(1),
  /** The same however often it is delivered. */
  id: z.string(),
  type: z.enum(eventTypes),
  at: time,
  handoffId: z.string(),
  conversationId: z.string(),
  threadId: z.string(),
  /** Whose line it is in now, or whose agent had it. */
  team: z.string(),
  kind: z.enum(['failure', 'topic']),
  trigger: z.string(),
  topic: z.optional(z.string()),
  startedAt: time,
  handedOffAt: time,
  /** Of `escalated` and `transferred`: the team that had it before. */
  from: z.optional(z.string()),
  /** Of `opened`: the routing rule; of `escalated`: the overflow rule. */
  rule: z.optional(z.string()),
  /** Of `released`: how it came back to its line. */
  by: z.optional(z.enum(['release', 'decline', 'expiry'])),
  /** Of `resolved`. */
  outcome: z.optional(z.string()),
})
export type HandoffEvent = z.infer<typeof handoffEventSchema>
export type HandoffEventType = (typeof eventTypes)[number]
