import { type Invocation, never } from './invocation.ts'

interface Waiting {
  readonly invocation: Invocation | undefined
  readonly pass: () => void
}

/** Lets one call pass at a time, in an order that a seed decides: every interleaving of the doors can happen, and happens again. */
export class Turnstile {
  readonly #waiting: Waiting[] = []
  readonly #random: () => number

  constructor(random: () => number) {
    this.#random = random
  }

  wait(invocation: Invocation | undefined): Promise<void> {
    if (invocation?.over) return never()
    return new Promise((pass) => this.#waiting.push({ invocation, pass }))
  }

  /** False if nobody waits. */
  next(): boolean {
    while (this.#waiting.length > 0) {
      const at = Math.floor(this.#random() * this.#waiting.length)
      const chosen = this.#waiting[at]
      const last = this.#waiting.pop()
      if (last && last !== chosen) this.#waiting[at] = last
      if (!chosen || chosen.invocation?.over) continue
      chosen.pass()
      return true
    }
    return false
  }
}
