import { isInFlight, type StoredMessage } from './message.ts'

export interface Depth {
  readonly visible: number
  readonly inFlight: number
  readonly delayed: number
}

const oneGroup = ''

/** A queue's messages by group, in order of sending; a standard queue is one group that never blocks. */
export class QueueContents {
  readonly #fifo: boolean
  readonly #byId = new Map<string, StoredMessage>()
  readonly #groups = new Map<string, Map<string, StoredMessage>>()

  constructor(fifo: boolean) {
    this.#fifo = fifo
  }

  add(message: StoredMessage): void {
    const key = this.#keyOf(message)
    const group = this.#groups.get(key) ?? new Map<string, StoredMessage>()
    group.set(message.id, message)
    this.#groups.set(key, group)
    this.#byId.set(message.id, message)
  }

  get(id: string): StoredMessage | undefined {
    return this.#byId.get(id)
  }

  remove(message: StoredMessage): void {
    const key = this.#keyOf(message)
    const group = this.#groups.get(key)
    group?.delete(message.id)
    if (group?.size === 0) this.#groups.delete(key)
    this.#byId.delete(message.id)
  }

  /** What a receive may hand out now: of a FIFO queue, nothing from a group with a message in flight. */
  available(count: number, nowMs: number): StoredMessage[] {
    const found: StoredMessage[] = []
    for (const group of this.#groups.values()) {
      if (this.#fifo && this.#isBlocked(group, nowMs)) continue
      for (const message of group.values()) {
        if (found.length === count) return found
        if (message.visibleAtMs <= nowMs) found.push(message)
        else if (this.#fifo) break
      }
    }
    return found
  }

  /** When the next hidden message becomes visible. */
  nextVisibleAtMs(nowMs: number): number | undefined {
    let next: number | undefined
    for (const { visibleAtMs } of this.#byId.values()) {
      if (visibleAtMs > nowMs && (next === undefined || visibleAtMs < next)) next = visibleAtMs
    }
    return next
  }

  depth(nowMs: number): Depth {
    const hidden = [...this.#byId.values()].filter(({ visibleAtMs }) => visibleAtMs > nowMs)
    const inFlight = hidden.filter((message) => isInFlight(message, nowMs)).length
    return { visible: this.#byId.size - hidden.length, inFlight, delayed: hidden.length - inFlight }
  }

  clear(): StoredMessage[] {
    const all = [...this.#byId.values()]
    this.#byId.clear()
    this.#groups.clear()
    return all
  }

  #keyOf(message: StoredMessage): string {
    return this.#fifo ? (message.groupId ?? oneGroup) : oneGroup
  }

  #isBlocked(group: Map<string, StoredMessage>, nowMs: number): boolean {
    for (const message of group.values()) if (isInFlight(message, nowMs)) return true
    return false
  }
}
