import type { z } from 'zod'
import type { TriggerConfig } from '#shared/config/config.ts'
import { triggersSchema } from '#shared/config/config-schema.ts'
import type { Judged } from '#shared/triggers/trigger.ts'

/** The shipped thresholds, with what a test changes about them. */
export const triggersWith = (changes: z.input<typeof triggersSchema> = {}): TriggerConfig =>
  triggersSchema.parse(changes)

export const saying = (...messages: string[]): Judged => ({ messages, earlier: [] })

export const asking = (message: string, ...earlier: string[]): Judged => ({ messages: [message], earlier })
