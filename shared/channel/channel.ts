import type { InboundMessage } from './inbound-message.ts'
import type { OutboundMessage } from './outbound-message.ts'
import type { Receipt } from './receipt.ts'

/** The request as it came, header names in lower case, the body's bytes untouched. */
export interface WebhookRequest {
  readonly method: string
  readonly headers: Readonly<Record<string, string | undefined>>
  /** Decoded, by name. */
  readonly query: Readonly<Record<string, string | undefined>>
  /** As it was sent, without the question mark. */
  readonly rawQuery: string
  readonly body: Buffer
}

/** What a channel has to hear, word for word. */
export interface WebhookReply {
  readonly status: number
  readonly contentType?: string
  readonly body: string
}

/** Events of an authentic delivery that nothing comes of. */
export interface LeftOut {
  /** Beside others that could be read. @default none */
  readonly unreadable?: number
  /** Older than deliveries are remembered. @default none */
  readonly forgotten?: number
}

export type Received =
  | ({
      readonly kind: 'messages'
      readonly messages: readonly InboundMessage[]
      readonly receipts?: readonly Receipt[]
      /** What the one message's sender is said to have signed in with, not yet judged; stays with whoever received it. */
      readonly token?: unknown
    } & LeftOut)
  /** Authentic, and nothing for us: an event type that Baton does not handle. */
  | ({ readonly kind: 'ignored' } & LeftOut)
  /** Authentic, or a question that a channel asks once, and answered on the spot. */
  | { readonly kind: 'answered'; readonly reply: WebhookReply }
  | { readonly kind: 'unauthentic' }
  | { readonly kind: 'wrong-method'; readonly allowed: string }
  | { readonly kind: 'too-large'; readonly limitBytes: number }
  | { readonly kind: 'unreadable'; readonly detail: string }

/** A channel's secrets by field; a field holds one value, or two while it is being rotated. */
export type Secrets = Readonly<Record<string, readonly string[]>>

/** The way in. Nothing is parsed before the signature over the raw bytes holds; fails closed without a secret. */
export interface ChannelReceiver {
  receive(request: WebhookRequest, secrets: Secrets, now: number): Promise<Received>
  /** What the channel is told of messages that are kept, and of events that are not for us. @default 202 and how many */
  readonly taken?: WebhookReply
  /** What it is told of an event that cannot be read, where a refusal would be repeated for days. @default 400 */
  readonly unreadable?: WebhookReply
}

export type Delivered =
  | { readonly kind: 'sent' }
  /** May succeed later; `retryAfterSeconds` when the provider said so. */
  | { readonly kind: 'postponed'; readonly cause: string; readonly retryAfterSeconds?: number }
  /** Will never succeed; the agent is shown the cause. */
  | { readonly kind: 'refused'; readonly cause: string }

/** How far an earlier try may have come. */
export interface Progress {
  /** Parts of a long message that are surely gone. */
  readonly partsSent: number
  /** An earlier try may have been taken all the same. */
  readonly uncertain: boolean
  /** Its text was taken, and came too late: the customer has been silent for so long that only a template arrives. */
  readonly asTemplate?: boolean
  /** Remembers that so many parts are gone. */
  readonly reached: (parts: number) => Promise<void>
}

/** The way out. Never throws for what the provider answers. */
export interface ChannelSender {
  send(message: OutboundMessage, now: number, progress: Progress): Promise<Delivered>
}

/** Where a channel's secrets are kept. */
export interface ChannelSecrets {
  /** The same object until they change. */
  read(): Promise<Secrets>
  /** Asks whether they have changed, unless that was asked a moment ago; never throws. @default they never change */
  readonly renewed?: () => Promise<Secrets | undefined>
}
