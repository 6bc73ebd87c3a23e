import assert from 'node:assert/strict'
import type fc from 'fast-check'
import type { ComparedDesk } from './desk.ts'

/** How often each command came, and how often there was something for it to do. */
export interface Tally {
  came: number
  did: number
}

/** One thing that happens, to the product and to the reference; afterwards both say the same. */
export class Step implements fc.AsyncCommand<object, ComparedDesk> {
  readonly #kind: string
  readonly #name: string
  readonly #happens: (desk: ComparedDesk) => Promise<boolean>

  /** @param happens answers whether there was anything to do */
  constructor(kind: string, name: string, happens: (desk: ComparedDesk) => Promise<boolean>) {
    this.#kind = kind
    this.#name = name
    this.#happens = happens
  }

  check(): boolean {
    return true
  }

  async run(_: object, desk: ComparedDesk): Promise<void> {
    const did = await this.#happens(desk)
    const tally = desk.tallies.get(this.#kind) ?? { came: 0, did: 0 }
    desk.tallies.set(this.#kind, { came: tally.came + 1, did: tally.did + Number(did) })
    assert.deepEqual(desk.statuses(), desk.expected(), this.#name)
  }

  toString(): string {
    return this.#name
  }
}
