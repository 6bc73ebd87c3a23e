import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { SentFile } from '../providers/provider.ts'
import type { Author, CustomerIdentity, CustomerLine, Delivery, HeardThere } from './customer-line.ts'
import { expect } from './expect.ts'
import type { Telling } from './telling.ts'

/** As a scene names somebody; the thread is made up unless it is given. */
export type NewCustomer = Omit<CustomerIdentity, 'thread'> & { readonly thread?: string }

export interface HeardBy extends HeardThere {
  readonly author: Author
}

const patienceMs = 20_000
const lookMs = 20

/** Channels acknowledge with a 2xx of their own. */
export const isTaken = (status: number): boolean => status >= 200 && status < 300

/** Someone who writes on a channel and reads what comes back. */
export class Customer {
  readonly identity: CustomerIdentity
  readonly #line: CustomerLine
  readonly #tell: Telling
  #read = 0

  constructor(customer: NewCustomer, line: CustomerLine, tell: Telling) {
    this.identity = { thread: `demo-${customer.id}-${randomUUID().slice(0, 8)}`, ...customer }
    this.#line = line
    this.#tell = tell
  }

  /** What the agent API knows them by. */
  get id(): string {
    return this.#line.customerIdOf(this.identity)
  }

  get thread(): string {
    return this.#line.threadOf(this.identity)
  }

  async says(text: string): Promise<void> {
    this.#tell.said(this.identity.name, text)
    const status = await this.delivers(this.signs(text))
    expect(isTaken(status), `the webhook is acknowledged (answered ${status})`)
  }

  async shows(file: SentFile, caption: string): Promise<void> {
    this.#tell.said(this.identity.name, `[${file.name}] ${caption}`)
    const statuses = (await this.#line.sends?.(this.identity, file, caption)) ?? []
    expect(statuses.length > 0 && statuses.every(isTaken), `the webhook takes the picture (answered ${statuses})`)
  }

  signs(text: string, secret?: string, at?: Date): Delivery {
    return this.#line.signs(this.identity, text, { ...(secret !== undefined && { secret }), ...(at && { at }) })
  }

  /** @returns the status that the webhook answers with */
  delivers(delivery: Delivery): Promise<number> {
    return this.#line.delivers(delivery)
  }

  /** The next message that arrives for this customer, in order. */
  async hears(author: Author): Promise<HeardBy> {
    const next = await this.#next()
    expect(next.author === author, `it is the ${author} who answers, not the ${next.author}`)
    return next
  }

  /** Everything up to somebody's first word: how many answers a burst gets depends on how fast it came. */
  async hearsUntil(author: Author): Promise<void> {
    while ((await this.#next()).author !== author);
  }

  /** Nothing more arrives within a while. */
  async hearsNothing(milliseconds: number): Promise<void> {
    await setTimeout(milliseconds)
    const extra = this.#mine()[this.#read]
    expect(!extra, `${this.identity.name} hears nothing more (heard "${extra?.text ?? ''}")`)
  }

  async #next(): Promise<HeardBy> {
    const deadline = Date.now() + patienceMs
    while (Date.now() < deadline) {
      const next = this.#mine()[this.#read]
      if (next) {
        this.#read += 1
        const author = await this.#line.authorOf(this.identity, next)
        expect(author, `somebody is known to have said "${next.text}"`)
        const heard = { ...next, author }
        this.#tell.heard(heard)
        return heard
      }
      await setTimeout(lookMs)
    }
    throw new Error(`${this.identity.name} waited ${patienceMs / 1_000} s and heard nothing`)
  }

  #mine(): readonly HeardThere[] {
    return this.#line.heard(this.thread)
  }
}
