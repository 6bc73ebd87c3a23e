import * as z from 'zod/mini'
import { addressSchema } from './address.ts'
import { receiptSchema } from './receipt.ts'

/** One message on its way to the customer, on `outbound.fifo`. The record stays the truth. */
export const outboundMessageSchema = z.object({
  version: z.literal(1),
  threadId: z.string(),
  address: addressSchema,
  message: z.object({
    id: z.string(),
    at: z.number(),
    author: z.object({ kind: z.enum(['assistant', 'agent', 'system']), name: z.optional(z.string()) }),
    text: z.string(),
    /** The articles that an answer rests on; for channels that have a place for them. */
    sources: z.optional(z.array(z.object({ title: z.string(), url: z.string() }))),
  }),
  /** The outgoing message before this one, when another door wrote it: it has to be gone first. */
  after: z.optional(z.object({ id: z.string(), at: z.number() })),
  /** Sent before, perhaps: the record is read before it is sent again. */
  repeated: z.boolean(),
})
export type OutboundMessage = z.infer<typeof outboundMessageSchema>

/** What became of one, on the same queue: what is said of a thread's messages is told in the order of its messages. */
export const reportedReceiptSchema = z.object({ version: z.literal(1), receipt: receiptSchema })

/** The body of a message on `outbound.fifo`. */
export const outboundBodySchema = z.union([outboundMessageSchema, reportedReceiptSchema])
export type OutboundBody = z.infer<typeof outboundBodySchema>

/** Hands messages to delivery, in order per thread. */
export interface OutboundQueue {
  send(messages: readonly OutboundMessage[]): Promise<void>
}
