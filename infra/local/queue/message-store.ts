import type { StoredMessage } from './message.ts'

export interface Deduplication {
  readonly key: string
  readonly messageId: string
  readonly sequence: number
  readonly atMs: number
}

/** Keeps what queues hold across restarts. */
export interface MessageStore {
  messages(queue: string): StoredMessage[]
  save(queue: string, message: StoredMessage): void
  remove(queue: string, messageId: string): void
  deduplications(queue: string): Deduplication[]
  saveDeduplication(queue: string, deduplication: Deduplication): void
  close(): void
}

/** For a cloud without a data folder: nothing outlives it. */
export const forgetfulStore: MessageStore = {
  messages: () => [],
  save: () => undefined,
  remove: () => undefined,
  deduplications: () => [],
  saveDeduplication: () => undefined,
  close: () => undefined,
}
