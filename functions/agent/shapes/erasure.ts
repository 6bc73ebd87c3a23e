import * as z from 'zod/mini'
import { addedCounts, type ErasureReceipt, remainders } from '#shared/handoff/erasure.ts'
import { timeOf, timeSchema } from './fields.ts'

const dayMs = 86_400_000
const count = z.int().check(z.nonnegative())

/** What became of an erasure, without a word of whom it was about. */
export const erasureSchema = z.object({
  id: z.string(),
  at: timeSchema,
  /** Records that are gone, or emptied where others write on the same thread. */
  erased: z.object({
    messages: count,
    conversations: count,
    handoffs: count,
    /** Profiles, what finds them, and what was kept of senders. */
    profiles: count,
    files: count,
    /** Weekly reports that quoted them. */
    reports: count,
    /** Exports of the table, which hold everybody. */
    exports: count,
    /** Everything else of their threads. */
    others: count,
  }),
  /** How often everything was looked through so far. */
  looks: count,
  /** When nothing was found any more; until then it is looked at again. */
  verifiedAt: z.optional(timeSchema),
  looksAgainAt: z.optional(timeSchema),
  /** What no erasure reaches, and when it is gone by itself. */
  remains: z.array(z.object({ what: z.string(), until: timeSchema })),
})

export const erasureView = ({
  id,
  at,
  erased,
  looks,
  verifiedAt,
  due,
}: ErasureReceipt): z.infer<typeof erasureSchema> => ({
  // A receipt of before something was counted says nothing of it.
  ...{ id, at: timeOf(at), erased: addedCounts([erased]), looks },
  ...(verifiedAt !== undefined && { verifiedAt: timeOf(verifiedAt) }),
  ...(verifiedAt === undefined && due !== undefined && { looksAgainAt: timeOf(due) }),
  remains: remainders.map(({ what, untilDays }) => ({ what, until: timeOf(at + untilDays * dayMs) })),
})

export const erasurePath = z.object({ id: z.string() })
