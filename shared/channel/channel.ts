import type { InboundMessage } from './inbound-message.ts'
import type { OutboundMessage } from './outbound-message.ts'

/** The request as it came, header names in lower case, the body's bytes untouched. */
export interface WebhookRequest {
  readonly method: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Buffer
}

export type Received =
  | { readonly kind: 'messages'; readonly messages: readonly InboundMessage[] }
  /** Authentic, and nothing for us: an event type that Baton does not handle. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'unauthentic' }
  | { readonly kind: 'wrong-method'; readonly allowed: string }
  | { readonly kind: 'too-large'; readonly limitBytes: number }
  | { readonly kind: 'unreadable'; readonly detail: string }

/** The way in. Nothing is parsed before the signature over the raw bytes holds; fails closed without a secret. */
export interface ChannelReceiver {
  receive(request: WebhookRequest, secrets: readonly string[], now: number): Received
}

export type Delivered =
  | { readonly kind: 'sent' }
  /** May succeed later; `retryAfterSeconds` when the provider said so. */
  | { readonly kind: 'postponed'; readonly cause: string; readonly retryAfterSeconds?: number }
  /** Will never succeed; the agent is shown the cause. */
  | { readonly kind: 'refused'; readonly cause: string }

/** The way out. Never throws for what the provider answers. */
export interface ChannelSender {
  send(message: OutboundMessage, now: number): Promise<Delivered>
}

/** A channel's signing secrets: one, or two while they are being rotated. */
export interface ChannelSecrets {
  read(): Promise<readonly string[]>
}
