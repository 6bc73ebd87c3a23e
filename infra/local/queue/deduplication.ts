import { createHash } from 'node:crypto'
import type { Deduplication, MessageStore } from './message-store.ts'
import type { QueueSettings } from './queue-settings.ts'

const windowMs = 5 * 60_000

/** Five minutes' memory of what a FIFO queue has accepted. */
export class DeduplicationWindow {
  readonly #seen = new Map<string, Deduplication>()
  readonly #settings: QueueSettings
  readonly #store: MessageStore

  constructor(settings: QueueSettings, store: MessageStore) {
    this.#settings = settings
    this.#store = store
    for (const kept of store.deduplications(settings.name)) this.#seen.set(kept.key, kept)
  }

  /** The id a message is deduplicated by; undefined when the sender gave none and the queue makes none. */
  idOf(given: string | undefined, body: string): string | undefined {
    if (given !== undefined) return given
    return this.#settings.contentBasedDeduplication ? createHash('sha256').update(body).digest('hex') : undefined
  }

  find(id: string, groupId: string, nowMs: number): Deduplication | undefined {
    const seen = this.#seen.get(this.#key(id, groupId))
    return seen && nowMs - seen.atMs < windowMs ? seen : undefined
  }

  record(id: string, groupId: string, messageId: string, sequence: number, nowMs: number): void {
    const deduplication = { key: this.#key(id, groupId), messageId, sequence, atMs: nowMs }
    for (const [key, { atMs }] of this.#seen) {
      if (nowMs - atMs < windowMs) break
      this.#seen.delete(key)
    }
    this.#seen.delete(deduplication.key)
    this.#seen.set(deduplication.key, deduplication)
    this.#store.saveDeduplication(this.#settings.name, deduplication)
  }

  #key(id: string, groupId: string): string {
    return this.#settings.deduplicationScope === 'messageGroup' ? `${groupId} ${id}` : id
  }
}
