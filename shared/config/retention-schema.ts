import { z } from 'zod'

const daysSchema = z.int().min(1).max(3650)

/** How long each kind of what is kept of customers stays (docs/privacy.md). */
export const retentionSchema = z.strictObject({
  /** Messages, conversations and handoffs; 0 keeps them until erased. */
  recordDays: z.union([z.literal(0), z.int().min(30).max(3650)], '0, or a whole number from 30 to 3650').default(730),
  /** What was said, briefs included; figures stay for `recordDays`. @default as long as records */
  textDays: daysSchema.optional(),
  /** Files that customers sent, and weekly reports, which quote. @default as long as what was said */
  attachmentDays: daysSchema.optional(),
  reportDays: daysSchema.optional(),
  logDays: z.literal([7, 30, 90, 180, 365]).default(90),
})
