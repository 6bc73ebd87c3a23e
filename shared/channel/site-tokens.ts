import type { InboundMessage } from './inbound-message.ts'

export type SignedIn = NonNullable<InboundMessage['sender']['signedIn']>

export type SiteTokenAnswer =
  | { readonly kind: 'good'; readonly signedIn: SignedIn }
  /** Never the token, nor a word of it. */
  | { readonly kind: 'refused'; readonly cause: string }

/** Judges a token of the company's own site, whatever stands in its place. Never throws. */
export interface SiteTokens {
  read(token: unknown, now: number): Promise<SiteTokenAnswer>
}
