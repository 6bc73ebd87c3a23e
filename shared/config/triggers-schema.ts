import { z } from 'zod'
import { idSchema } from './field-schemas.ts'

const score = (fallback: number) => z.number().min(0).max(1).default(fallback)

const switchSchema = z.strictObject({
  enabled: z.boolean().default(true),
  /** Judged and logged, and hands nobody off: what it would have done is in the report. */
  shadow: z.boolean().default(false),
  /** Channels on which it does not fire. */
  exceptOn: z.array(z.string()).default([]),
})

/**
 * From `certain` on the words alone fire it; from `possible` on the model decides, and where no model answers, whatever
 * hands the conversation off says so as well. Both are calibrated probabilities.
 */
const bandSchema = (certain: number, possible: number) => ({ certain: score(certain), possible: score(possible) })

/** A topic of the company's own: any phrase (whole words, any case), the pattern (a regular expression, flags `iu`), or words like the examples. */
export const ownTopicSchema = switchSchema.extend({
  id: idSchema,
  phrases: z
    .array(
      z
        .string()
        .min(2)
        .regex(/[\p{L}\p{N}]/u, 'words: without any it would fit every message'),
    )
    .default([]),
  pattern: z.string().optional(),
  /** What customers write about it, and what only looks like it: a classifier is trained on both at synth. */
  examples: z.array(z.string().min(2)).default([]),
  counterexamples: z.array(z.string().min(2)).default([]),
  certain: score(0.6),
  /** For the model, which may recognise the topic in other words. */
  description: z.string().optional(),
})

export const triggersSchema = z.strictObject({
  /** Has no switch: whoever asks for a human gets one. */
  'asked-for-human': z.strictObject(bandSchema(0.8, 0.55)).prefault({}),
  /** Best passage's calibrated confidence under this floor: handed off. */
  'low-confidence': switchSchema.extend({ floor: score(0.5) }).prefault({}),
  /** Best passage's calibrated confidence under this: nothing connected answers it. Below the floor above. */
  'outside-knowledge': switchSchema.extend({ floor: score(0.2) }).prefault({}),
  'repeated-question': switchSchema
    .extend({ times: z.int().min(2).max(10).default(3), similarity: score(0.45) })
    .prefault({}),
  frustration: switchSchema.extend(bandSchema(0.45, 0.3)).prefault({}),
  /** Has no switch: a customer is never left with silence. */
  'assistant-unavailable': z.strictObject({}).prefault({}),
  'billing-dispute': switchSchema.extend(bandSchema(0.7, 0.4)).prefault({}),
  cancellation: switchSchema.extend(bandSchema(0.45, 0.3)).prefault({}),
  /** The lowest of all: somebody not well whom nobody noticed costs more than a colleague's minute. */
  distress: switchSchema.extend(bandSchema(0.43, 0.25)).prefault({}),
  legal: switchSchema.extend(bandSchema(0.55, 0.35)).prefault({}),
  /** Fires when the customer's tier is listed or their value reaches the minimum (in the company's own unit). */
  'high-value-account': switchSchema
    .extend({ tiers: z.array(z.string()).default([]), minimumValue: z.number().positive().optional() })
    .prefault({}),
  own: z.array(ownTopicSchema).default([]),
})
