import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import type { Heard } from './callback.ts'
import { expect } from './expect.ts'
import type { Telling } from './telling.ts'

/** What a customer needs: where to write, and what has arrived for them. */
export interface CustomerLine {
  readonly webhookUrl: string
  readonly webhookSecret: string
  readonly heard: () => readonly Heard[]
  readonly tell: Telling
}

export interface CustomerIdentity {
  readonly id: string
  readonly name: string
  readonly thread?: string
  readonly verified?: Readonly<Record<string, string>>
}

const patienceMs = 20_000
const lookMs = 20

const wrapped = ({ id, name, verified }: CustomerIdentity, thread: string, text: string): string =>
  JSON.stringify({
    type: 'message.created',
    timestamp: new Date().toISOString(),
    data: {
      conversation: { id: thread },
      sender: { id, name, ...(verified && { verified }) },
      message: { id: `m-${randomUUID()}`, text, attachments: [] },
    },
  })

/** A request to the webhook, signed as the company's system would, or as an impostor might. */
export interface Delivery {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Someone who writes on the Standard Webhooks channel and reads what comes back. */
export class Customer {
  readonly identity: CustomerIdentity
  readonly thread: string
  readonly #line: CustomerLine
  #read = 0

  constructor(identity: CustomerIdentity, line: CustomerLine) {
    this.identity = identity
    this.thread = identity.thread ?? `demo-${identity.id}-${randomUUID().slice(0, 8)}`
    this.#line = line
  }

  async says(text: string): Promise<void> {
    this.#line.tell.said(this.identity.name, text)
    const status = await this.delivers(this.signs(text))
    expect(status === 202, `the webhook is acknowledged (answered ${status})`)
  }

  signs(text: string, secret = this.#line.webhookSecret, at = new Date()): Delivery {
    const id = `wh-${randomUUID()}`
    const body = wrapped(this.identity, this.thread, text)
    return {
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
        'webhook-signature': new Webhook(secret).sign(id, at, body),
      },
      body,
    }
  }

  /** @returns the status that the webhook answers with */
  async delivers(delivery: Delivery): Promise<number> {
    const answer = await fetch(this.#line.webhookUrl, { method: 'POST', ...delivery })
    await answer.body?.cancel()
    return answer.status
  }

  /** The next message that arrives for this customer, in order. */
  async hears(author: Heard['author']): Promise<Heard> {
    const next = await this.#next()
    expect(next.author === author, `it is the ${author} who answers, not the ${next.author}`)
    return next
  }

  /** Everything up to somebody's first word: how many answers a burst gets depends on how fast it came. */
  async hearsUntil(author: Heard['author']): Promise<void> {
    while ((await this.#next()).author !== author);
  }

  /** Nothing more arrives within a while. */
  async hearsNothing(milliseconds: number): Promise<void> {
    await setTimeout(milliseconds)
    const extra = this.#mine()[this.#read]
    expect(!extra, `${this.identity.name} hears nothing more (heard "${extra?.text ?? ''}")`)
  }

  async #next(): Promise<Heard> {
    const deadline = Date.now() + patienceMs
    while (Date.now() < deadline) {
      const next = this.#mine()[this.#read]
      if (next) {
        this.#read += 1
        this.#line.tell.heard(next)
        return next
      }
      await setTimeout(lookMs)
    }
    throw new Error(`${this.identity.name} waited ${patienceMs / 1_000} s and heard nothing`)
  }

  #mine(): readonly Heard[] {
    return this.#line.heard().filter(({ thread }) => thread === this.thread)
  }
}
