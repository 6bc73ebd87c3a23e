import * as z from 'zod/mini'

/** What the bus is told once a week's report lies there: figures and places, no customer's words. */
export const reportEventSchema = z.object({
  version: z.literal(1),
  /** The same for the same week: whoever counts drops a second one. */
  id: z.string(),
  type: z.literal('report.written'),
  at: z.iso.datetime(),
  week: z.string(),
  bucket: z.string(),
  keys: z.object({ html: z.string(), json: z.string(), csv: z.string() }),
  handoffs: z.int(),
  contentGaps: z.int(),
  missingIntegrations: z.int(),
  staffingHoles: z.int(),
  /** False where the assistant's turns were too many for the time that there was: causes then stand on handoffs alone. */
  turnsRead: z.boolean(),
  longerAfterThanBefore: z.boolean(),
})
export type ReportEvent = z.infer<typeof reportEventSchema>

export interface ReportBus {
  /** @throws where the bus did not take it */
  put(event: ReportEvent): Promise<void>
}
