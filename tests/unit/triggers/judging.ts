import type { z } from 'zod'
import type { TriggerConfig } from '#shared/config/config.ts'
import { triggersSchema } from '#shared/config/triggers-schema.ts'
import type { Fired, Judged, Verdict } from '#shared/triggers/trigger.ts'

/** The shipped thresholds, with what a test changes about them. */
export const triggersWith = (changes: z.input<typeof triggersSchema> = {}): TriggerConfig =>
  triggersSchema.parse(changes)

export const saying = (...messages: string[]): Judged => ({ messages, earlier: [] })

export const asking = (message: string, ...earlier: string[]): Judged => ({ messages: [message], earlier })

/** What fires by the words alone. */
export const certainly = (verdict: Verdict | undefined): Fired | undefined =>
  verdict?.certainty === 'certain' ? verdict.fired : undefined
