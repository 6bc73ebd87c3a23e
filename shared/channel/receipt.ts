import * as z from 'zod/mini'

/** What the channel says became of a message: how far it came, or that it never will. */
export const receiptSchema = z.object({
  threadId: z.string(),
  at: z.number(),
  id: z.string(),
  to: z.enum(['delivered', 'read', 'failed']),
  cause: z.optional(z.string()),
  /** Which channel said so; absent in what was queued by an earlier version. */
  channel: z.optional(z.string()),
  /** About what went as a template, and not about a text before it. */
  asTemplate: z.optional(z.literal(true)),
  /** Failed only because a text came too late, and there is a template for that. */
  templateMayGo: z.optional(z.literal(true)),
})
export type Receipt = z.infer<typeof receiptSchema>

/** Keeps what a channel said became of messages. `send` throws when something was not kept. */
export interface ReceiptQueue {
  send(receipts: readonly Receipt[]): Promise<void>
}

/** Names one outgoing message to a channel that gives the name back: letters, digits, dots and underscores only. */
export const referenceOf = (message: { readonly threadId: string; readonly at: number; readonly id: string }): string =>
  `${message.threadId}.${message.at}.${message.id}`

/** Undefined for what is no name of ours. */
export const readReference = (text: string): Pick<Receipt, 'threadId' | 'at' | 'id'> | undefined => {
  const [, threadId, at, id] = /^([0-9a-f]{24})\.(\d{1,15})\.([\w-]{1,64})$/.exec(text) ?? []
  return threadId && at && id ? { threadId, at: Number(at), id } : undefined
}
