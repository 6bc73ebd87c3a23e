/**
 * What was made for a key, kept in bounded room: language repeats itself, and a flood of invented words must not fill
 * the memory of a warm function. Two generations: what is asked for stays, what is not falls out with the older one.
 */
export class Remembered<Key, Made> {
  readonly #half: number
  #young = new Map<Key, Made>()
  #old = new Map<Key, Made>()

  /** Keeps `least` of the newest, and at most twice as many. */
  constructor(least: number) {
    this.#half = least
  }

  get(key: Key): Made | undefined {
    const young = this.#young.get(key)
    if (young !== undefined) return young
    const old = this.#old.get(key)
    if (old !== undefined) this.set(key, old)
    return old
  }

  set(key: Key, made: Made): void {
    if (this.#young.size >= this.#half) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(key, made)
  }

  get size(): number {
    return this.#young.size + this.#old.size
  }
}
