import type { SentFile } from '../providers/provider.ts'

/** Who writes, as the company knows them. */
export interface CustomerIdentity {
  readonly id: string
  readonly name: string
  readonly thread: string
  readonly verified?: Readonly<Record<string, string>>
}

/** A request to the webhook, signed as the channel's provider would, or as an impostor might. */
export interface Delivery {
  readonly method?: 'GET' | 'POST'
  readonly query?: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export type Author = 'assistant' | 'agent' | 'system'

/** One message as it reached a customer. */
export interface HeardThere {
  readonly text: string
  readonly author?: Author
  readonly name?: string
}

/** What a forger knows instead. */
export interface Forging {
  readonly secret?: string
  readonly at?: Date
}

/** The customers' end of one channel: what a scene needs of it, and nothing of how it is spelled there. */
export interface CustomerLine {
  /** Whether a delivery that was signed long ago is told from a fresh one. */
  readonly signsTime: boolean
  /** Whether customers are told who writes to them. */
  readonly showsAuthors: boolean
  /** The channel's own name of the thread. */
  threadOf(customer: CustomerIdentity): string
  /** What the agent API knows whoever writes in it by. */
  customerIdOf(customer: CustomerIdentity): string
  signs(customer: CustomerIdentity, text: string, forging?: Forging): Delivery
  /** A picture and what is said of it, where the channel keeps its customers' files. Each delivery's status. */
  readonly sends?: (customer: CustomerIdentity, file: SentFile, caption: string) => Promise<readonly number[]>
  /** @returns the status that the webhook answers with */
  delivers(delivery: Delivery): Promise<number>
  /** In order. */
  heard(thread: string): readonly HeardThere[]
  /** Where the channel does not say so itself, as the company's own record has it. */
  authorOf(customer: CustomerIdentity, heard: HeardThere): Promise<Author | undefined>
}
