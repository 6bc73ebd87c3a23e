import { z } from 'zod'

/** When the table is exported. */
export const exportSchema = z.strictObject({
  /** Of the day, UTC. */
  hour: z.int().min(0).max(23).default(3),
})
