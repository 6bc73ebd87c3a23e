import * as z from 'zod/mini'
import { attachmentSchema } from '../channel/inbound-message.ts'

/** Why there is no copy: too large, refused by its channel, not to be reached, not stored, or no time and room was left. */
export const notKeptSchema = z.enum(['too-large', 'refused', 'unreachable', 'not-stored', 'no-time', 'too-many'])
export type NotKept = z.infer<typeof notKeptSchema>

/**
 * An attachment as its message keeps it. At most one of `kept` and `notKept`; neither where its channel keeps no file for
 * us, such as a location or what a company sends along itself.
 */
export const storedAttachmentSchema = z.extend(attachmentSchema, {
  /** There is a copy of it: what its first bytes say that it is, and how many they are. */
  kept: z.optional(z.object({ contentType: z.string(), size: z.int().check(z.nonnegative()) })),
  notKept: z.optional(notKeptSchema),
})
export type StoredAttachment = z.infer<typeof storedAttachmentSchema>
