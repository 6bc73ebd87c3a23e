import type { Secrets } from '../channel.ts'
import type { Reach } from './allowed-url.ts'

/** What an attachment says of where it is: a URL, or the channel's own name of it. */
export interface MediaReference {
  readonly url?: string | undefined
  readonly id?: string | undefined
}

/** A URL to fetch, with what its host is to know. */
export interface Located {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  /** Where this answers with JSON that says where the file is. @default it is the file */
  readonly next?: (answer: unknown) => Located | undefined
}

/** Where a channel keeps what its customers send. */
export interface MediaSource {
  readonly reach: Reach
  /** Undefined where there is nothing to fetch, or no secret to fetch it with. */
  readonly locate: (reference: MediaReference, secrets: Secrets) => Located | undefined
}

export type Fetched =
  | { readonly kind: 'fetched'; readonly bytes: Buffer; readonly contentType: string | undefined }
  /** Never to be had. */
  | { readonly kind: 'refused'; readonly cause: string }
  /** May be there another time. */
  | { readonly kind: 'failed'; readonly cause: string }

/** What customers sent along, fetched from where its channel keeps it. Never throws; no URL and no token is in a cause. */
export interface ChannelMedia {
  /** Whether the channel keeps files that we fetch. */
  keeps(channel: string): boolean
  get(channel: string, reference: MediaReference): Promise<Fetched>
}
