import { z } from 'zod'
import { channelsSchema } from './channel-schemas.ts'
import { consoleSchema } from './console-schema.ts'
import { exportSchema } from './export-schema.ts'
import { idSchema, keyArnSchema, keyChoice, languageSchema, siteSchema, teamIdSchema } from './field-schemas.ts'
import { identitySchema } from './identity-schema.ts'
import { knowledgeSchema } from './knowledge-schema.ts'
import { modelSchema } from './model-schema.ts'
import { retentionSchema } from './retention-schema.ts'
import { toolSchema } from './tool-schema.ts'
import { triggersSchema } from './triggers-schema.ts'

const rangeSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a range such as "09:00-17:30"')
const dateSchema = z.iso.date('a date such as "2026-12-25"')
const daySchema = z.array(rangeSchema).default([])

/** When a team's people are there. Times are local to `timeZone`; a day without ranges is closed. */
export const hoursSchema = z.strictObject({
  timeZone: z.string(),
  weekly: z.strictObject({
    mon: daySchema,
    tue: daySchema,
    wed: daySchema,
    thu: daySchema,
    fri: daySchema,
    sat: daySchema,
    sun: daySchema,
  }),
  holidays: z.array(dateSchema).default([]),
})

export const teamSchema = z.strictObject({
  /** As the customer reads it in a notice. */
  name: z.string().min(1).max(80),
  languages: z.array(languageSchema).min(1),
  /** Absent: around the clock. */
  hours: hoursSchema.optional(),
  /** Open handoffs one agent of this team may hold at once. */
  capacity: z.int().min(1).max(50).default(4),
})

/** All given conditions must hold; a list holds when one of its values does. An empty `when` always holds. */
export const routingWhenSchema = z.strictObject({
  trigger: z.array(z.string()).optional(),
  kind: z.enum(['failure', 'topic']).optional(),
  topic: z.array(z.string()).optional(),
  language: z.array(languageSchema).optional(),
  channel: z.array(z.string()).optional(),
  tier: z.array(z.string()).optional(),
  minimumValue: z.number().nonnegative().optional(),
  /** What the company says of the customer, `{ plan: ['pro', 'team'] }`: each named one has to be known, and listed. */
  attributes: z.record(z.string().min(1).max(256), z.array(z.string())).optional(),
  /** Whether the rule's own team is inside its hours at that time; for an overflow, the team that it takes from. */
  teamOpen: z.boolean().optional(),
})

export const routingRuleSchema = z.strictObject({ name: z.string().min(1), when: routingWhenSchema, team: z.string() })
export const overflowRuleSchema = z.strictObject({
  /** As the log names the escalation. */
  name: z.string().min(1).optional(),
  from: z.string(),
  /** In this team's line; 0 only together with a `when`, such as `{ teamOpen: false }`. */
  afterMinutes: z.number().nonnegative(),
  to: z.string(),
  /** @default whoever waits */
  when: routingWhenSchema.optional(),
})
/** Counts as older than it is, by the first rule that holds at a conversation's first handoff (ADR 0060). */
export const headStartRuleSchema = z.strictObject({
  name: z.string().min(1).optional(),
  when: routingWhenSchema.omit({ teamOpen: true }),
  minutes: z.number().positive().max(10_080),
})

export const specialWordingSchema = z.strictObject({
  language: languageSchema,
  notice: z.string(),
  trigger: z.string().optional(),
  team: z.string().optional(),
  text: z.string().trim().min(1),
})

/** Answers when the company's own OIDC issuer signs the agents in; without it the stack creates a Cognito user pool. */
export const oidcSchema = z.strictObject({
  issuer: z.url('an https URL'),
  audience: z.array(z.string().min(1)).min(1),
  /** Claim that lists team ids and the roles "supervisor" and "admin". */
  teamsClaim: z.string().default('groups'),
  nameClaim: z.string().default('name'),
})

export const configSchema = z.strictObject({
  company: z.strictObject({
    name: z.string().min(1).max(80),
    language: languageSchema.default('en'),
    /** The company's own hosts, such as `shop.example.com` or `*.example.com`: the assistant links to these and its articles'. */
    sites: z.array(siteSchema).default([]),
  }),
  teams: z.record(teamIdSchema, teamSchema).refine((teams) => Object.keys(teams).length > 0, 'one team or more'),
  /** Takes whatever no rule names, so that nothing is ever dropped. */
  defaultTeam: z.string(),
  routing: z.array(routingRuleSchema).default([]),
  overflow: z.array(overflowRuleSchema).default([]),
  headStart: z.array(headStartRuleSchema).default([]),
  triggers: triggersSchema.prefault({}),
  channels: channelsSchema,
  model: modelSchema,
  /** What the assistant may ask of the company's own, such as orders (docs/tools.md). */
  tools: z.array(toolSchema).max(16).default([]),
  knowledge: knowledgeSchema,
  notices: z
    .strictObject({
      /** Own wording by language, then by notice; `{team}`, `{company}`, `{opens}` are filled in. */
      overrides: z.record(languageSchema, z.record(z.string(), z.string())).default({}),
      /** Own wording for a trigger, a team, or one in the other; the most special that fits is said. */
      special: z.array(specialWordingSchema).default([]),
      /** Whoever waits is told so again after each such time, while the team is there. Left out: nobody is. */
      updateEveryMinutes: z.int().min(5).max(1_440).optional(),
      /** Whoever is handed over reads how long it usually takes, where enough is known. Left out: nobody does. */
      estimate: z
        .strictObject({
          /** Answered handoffs of the team, within the last while. */
          samples: z.int().min(20).max(300).default(30),
          /** How long ago they may have begun to wait. */
          withinMinutes: z.int().min(60).max(480).default(120),
        })
        .optional(),
    })
    .prefault({}),
  lease: z
    .strictObject({
      /** An agent has this long to accept or answer before the conversation goes back to its place. */
      seconds: z.int().min(10).max(900).default(120),
    })
    .prefault({}),
  idle: z
    .strictObject({
      /** A customer silent this long, with the word last spoken to them: the conversation closes. */
      closeAfterHours: z.number().min(1).max(720).default(24),
      /** A customer left unanswered this long by the agent who accepted: back to the line, same place. */
      unansweredAfterMinutes: z.number().min(5).max(10_080).default(240),
    })
    .prefault({}),
  outcomes: z.array(idSchema).min(1).default(['solved', 'unsolved', 'customer-left', 'duplicate', 'spam']),
  /** Told to an event bus (docs/events.md); absent: to nobody. */
  events: z
    .strictObject({
      /** The account's own, or one that is there already, by its name or ARN. */
      bus: z
        .string()
        .regex(
          /^([A-Za-z0-9_][A-Za-z0-9._/-]{0,255}|arn:aws[a-z-]*:events:[a-z0-9-]+:\d{12}:event-bus\/[A-Za-z0-9._/-]+)$/,
          'the name or the ARN of an event bus such as "support-desk"',
        )
        .default('default'),
    })
    .optional(),
  /** How it is known who writes, beyond what channels and messages say (docs/identity.md). */
  identity: identitySchema.prefault({}),
  /** Each week's report as a page, a table and figures in a bucket, told to the bus and by mail (docs/report.md); absent: figures alone. */
  report: z
    .strictObject({
      /** Who is told; anybody else may subscribe to the stack's report topic. */
      email: z.email('an e-mail address').optional(),
    })
    .optional(),
  /** The whole table in a bucket each day, for Athena (docs/export.md); absent: it is not exported. */
  export: exportSchema.optional(),
  auth: z.strictObject({ oidc: oidcSchema.optional() }).prefault({}),
  /** The agents' page, served by CloudFront; absent: AWS serves none, and agents use the API. */
  console: consoleSchema.optional(),
  alarms: z
    .strictObject({
      /** Who is told; anybody else may subscribe to the stack's alarm topic. */
      email: z.email('an e-mail address').optional(),
      /** Somebody who waits longer than this for a team that is open rings; the night before it opened does not count. */
      longestWaitMinutes: z.int().min(1).max(1_440).default(30),
      /** The models' price list (infra/cost) says what a day's tokens cost; absent: nobody is told of it. */
      modelDollarsPerDay: z.number().positive().max(1_000_000).optional(),
    })
    .prefault({}),
  /** X-Ray follows a share of what the doors do (docs/operations.md): billed per trace. */
  tracing: z.boolean().default(true),
  encryption: z
    .strictObject({
      /** Everything at rest under one KMS key of the account: `true` makes one, an ARN uses one that is there (ADR 0040). */
      customerManagedKey: z.union([z.boolean(), keyArnSchema], keyChoice).default(false),
    })
    .prefault({}),
  retention: retentionSchema.prefault({}),
})
