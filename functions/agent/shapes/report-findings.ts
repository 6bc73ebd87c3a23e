import * as z from 'zod/mini'
import { timeSchema } from './fields.ts'

const countsSchema = z.record(z.string(), z.int())
const spreadSchema = z.object({
  samples: z.int(),
  medianSeconds: z.optional(z.int()),
  p90Seconds: z.optional(z.int()),
})

const clusterSchema = z.object({
  /** In a customer's own words. */
  name: z.string(),
  verdict: z.enum(['content-gap', 'missing-integration', 'covered', 'unclear', 'spam']),
  /** Shares of the cluster from 0 to 1. */
  evidence: z.object({
    ownThings: z.number(),
    toolsFailed: z.number(),
    unanswered: z.number(),
    lookedUp: z.number(),
    spam: z.number(),
    failedOfAsked: z.optional(z.number()),
  }),
  handoffs: z.int(),
  share: z.number(),
  before: z.int(),
  languages: countsSchema,
  topics: countsSchema,
  triggers: countsSchema,
  handleSeconds: z.optional(z.int()),
  workSeconds: z.int(),
  samples: z.array(z.object({ text: z.string(), language: z.string(), handoffId: z.string() })),
  articles: z.array(z.object({ title: z.string(), url: z.string(), confidence: z.number(), nearestTo: z.int() })),
})

const waitsSchema = z.object({
  before: spreadSchema,
  toClaim: spreadSchema,
  toReply: spreadSchema,
  longerAfterThanBefore: z.boolean(),
})
const waitsByNameSchema = z.object({
  overall: waitsSchema,
  teams: z.record(z.string(), waitsSchema),
  triggers: z.record(z.string(), waitsSchema),
})

const hourSchema = z.object({
  team: z.string(),
  /** Monday is 0, on the team's own clock. */
  weekday: z.int(),
  hour: z.int(),
  arrivals: z.int(),
  toClaim: spreadSchema,
  toReply: spreadSchema,
  claims: z.int(),
  agentHours: z.int(),
  claimsPerAgentHour: z.optional(z.number()),
})

const holeSchema = z.object({
  team: z.string(),
  weekday: z.int(),
  fromHour: z.int(),
  toHour: z.int(),
  cause: z.enum(['too-few', 'after-closing']),
  handoffs: z.int(),
  medianSeconds: z.int(),
  usualSeconds: z.int(),
  weeks: z.int(),
  recurred: z.int(),
  chance: z.number(),
  claimsPerAgentHour: z.optional(z.number()),
  usualClaimsPerAgentHour: z.optional(z.number()),
})

const workSchema = z.object({
  moved: z.array(
    z.object({ kind: z.string(), trigger: z.string(), handoffs: z.int(), handled: z.int(), seconds: z.int() }),
  ),
  movedSeconds: z.int(),
  removed: z.optional(
    z.array(z.object({ topic: z.string(), conversations: z.int(), medianSeconds: z.int(), seconds: z.int() })),
  ),
  removedSeconds: z.optional(z.int()),
})

const repeatsSchema = z.object({ sameConversation: z.int(), sameTopic: z.int(), sameTopicBy: countsSchema })

const shadowCountsSchema = z.object({ fired: z.int(), added: z.int(), earlier: z.int(), same: z.int() })

/** A trigger that is judged and does not act, beside what happened. */
const shadowSchema = z.object({
  trigger: z.string(),
  now: shadowCountsSchema,
  before: shadowCountsSchema,
  /** How many turns earlier, and how often. */
  turnsEarlier: countsSchema,
  /** Handoffs that it would have added, by team. */
  load: z.array(z.object({ team: z.string(), handoffs: z.int(), medianSeconds: z.int(), seconds: z.int() })),
  samples: z.array(
    z.object({
      text: z.string(),
      language: z.string(),
      conversationId: z.string(),
      matched: z.optional(z.string()),
      score: z.number(),
      threshold: z.number(),
      /** 0 at the same turn; absent where nobody was handed off. */
      turnsEarlier: z.optional(z.int()),
    }),
  ),
})

/** What a report has once it was written. */
export const findingsFields = {
  endedAlone: z.optional(z.int()),
  /** The assistant's turns by what came of them. */
  turns: z.optional(z.object({ now: countsSchema, before: countsSchema })),
  shadow: z.optional(z.array(shadowSchema)),
  /** There was no time for all of the assistant's turns: what needs them is left out. */
  turnsLeftOut: z.optional(z.object({ conversationsRead: z.int() })),
  clusters: z.optional(
    z.object({
      causes: z.array(clusterSchema),
      others: z.array(clusterSchema),
      scattered: z.int(),
      unasked: z.int(),
    }),
  ),
  changes: z.optional(
    z.array(
      z.object({
        figure: z.string(),
        unit: z.enum(['handoffs', 'seconds', 'share']),
        before: z.number(),
        now: z.number(),
        z: z.number(),
        sentence: z.string(),
      }),
    ),
  ),
  waits: z.optional(z.object({ now: waitsByNameSchema, before: waitsByNameSchema })),
  hours: z.optional(z.array(hourSchema)),
  timeZones: z.optional(z.record(z.string(), z.string())),
  staffing: z.optional(z.object({ from: timeSchema, holes: z.array(holeSchema) })),
  work: z.optional(z.object({ now: workSchema, before: workSchema })),
  outcomesByTrigger: z.optional(z.record(z.string(), countsSchema)),
  around: z.optional(z.object({ now: repeatsSchema, before: repeatsSchema })),
  transfersByRule: z.optional(
    z.array(z.object({ rule: z.string(), handoffs: z.int(), transferred: z.int(), to: countsSchema })),
  ),
}
