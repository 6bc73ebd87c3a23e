import * as z from 'zod/mini'
import { addressSchema } from './address.ts'

/** Half a surrogate pair cannot be stored. */
const wellFormed = z.string().check(z.overwrite((text) => text.toWellFormed()))

export const attachmentSchema = z.object({
  /** What the customer sent: image, audio, video, file, sticker, location, contact, or the channel's own word for it. */
  kind: z.optional(wellFormed),
  /** The channel's own name of it, where it is fetched by that and not by a URL. */
  id: z.optional(wellFormed),
  name: z.optional(wellFormed),
  contentType: z.optional(wellFormed),
  /** Bytes; a fraction, or a number that no table keeps exactly, is none. */
  size: z.optional(z.int().check(z.nonnegative())),
  url: z.optional(wellFormed),
})
export type Attachment = z.infer<typeof attachmentSchema>

/** One customer message as every channel delivers it: the body of a message on `inbound.fifo`. */
export const inboundMessageSchema = z.object({
  version: z.literal(1),
  address: addressSchema,
  /** What makes two deliveries the same one; unique within its channel for at least 14 days. */
  dedupeId: z.string(),
  sender: z.object({
    id: z.string(),
    name: z.optional(z.string()),
    /** What the sender's own app speaks, such as `pt-BR`: counts where words do not tell a language. */
    locale: z.optional(z.string()),
    /** Identities that the company itself vouches for, such as `{ email: "ada@example.com" }`. */
    verified: z.record(z.string(), z.string()),
    /** What a token of the company's site says, whose signature held when it arrived; the token itself is nowhere kept. */
    signedIn: z.optional(z.object({ id: z.string(), verified: z.record(z.string(), z.string()) })),
  }),
  message: z.object({
    id: z.string(),
    text: z.string(),
    attachments: z.array(attachmentSchema),
    /** When the provider says that it was sent, in milliseconds. */
    sentAt: z.optional(z.int()),
  }),
  receivedAt: z.number(),
})
export type InboundMessage = z.infer<typeof inboundMessageSchema>

/** A message and the thread that it belongs to. */
export interface Inbound {
  readonly threadId: string
  readonly message: InboundMessage
}

/** Keeps what was received, each thread's in its order, until its turn is done. `send` throws when any was not kept, and the channel will retry. */
export interface InboundQueue {
  send(received: readonly Inbound[]): Promise<void>
}
