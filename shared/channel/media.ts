import type { Reach } from './allowed-url.ts'
import type { Secrets } from './channel.ts'

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
