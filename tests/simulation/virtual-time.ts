interface Timer {
  readonly at: number
  readonly n: number
  readonly run: () => void
}

const earlier = (one: Timer, other: Timer): boolean => one.at < other.at || (one.at === other.at && one.n < other.n)

/** Time that passes only when nothing else can happen. */
export class VirtualTime {
  #now: number
  #count = 0
  /** A binary heap. */
  readonly #timers: Timer[] = []
  readonly #cancelled = new Set<number>()

  constructor(start: number) {
    this.#now = start
  }

  readonly now = (): number => this.#now

  /** Answers the timer's number. */
  after(ms: number, run: () => void): number {
    this.#count += 1
    this.#push({ at: this.#now + Math.max(0, Math.ceil(ms)), n: this.#count, run })
    return this.#count
  }

  cancel(n: number): void {
    if (n <= this.#count) this.#cancelled.add(n)
  }

  /** When the next timer ends. */
  next(): number | undefined {
    for (let next = this.#timers[0]; next !== undefined; next = this.#timers[0]) {
      if (!this.#cancelled.delete(next.n)) return next.at
      this.#pop()
    }
    return undefined
  }

  /** Goes to the next timer and runs it; false if there is none until `end`. */
  advance(end = Number.POSITIVE_INFINITY): boolean {
    const at = this.next()
    const [next] = this.#timers
    if (at === undefined || !next || at > end) return false
    this.#pop()
    this.moveTo(at)
    next.run()
    return true
  }

  /** Moves on with nothing happening in between. */
  moveTo(at: number): void {
    this.#now = Math.max(this.#now, at)
  }

  #push(timer: Timer): void {
    const heap = this.#timers
    let at = heap.length
    heap.push(timer)
    while (at > 0) {
      const up = (at - 1) >> 1
      const parent = heap[up]
      if (!parent || !earlier(timer, parent)) break
      heap[at] = parent
      at = up
    }
    heap[at] = timer
  }

  #pop(): void {
    const heap = this.#timers
    const last = heap.pop()
    if (!last || heap.length === 0) return
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      const [one, other] = [heap[left], heap[left + 1]]
      if (!one) break
      const down = other && earlier(other, one) ? left + 1 : left
      const child = heap[down]
      if (!child || !earlier(child, last)) break
      heap[at] = child
      at = down
    }
    heap[at] = last
  }
}
