import { randomUUID } from 'node:crypto'
import { expect } from './expect.ts'
import type { Telling } from './telling.ts'

export interface ClaimedHandoff {
  readonly leaseUntil: string
  readonly handoff: HandoffView
  readonly transcript: readonly MessageView[]
}

export interface HandoffView {
  readonly id: string
  readonly conversationId: string
  readonly team: string
  readonly kind: string
  readonly trigger: string
  readonly topic?: string
  readonly reason: string
  readonly startedAt: string
  readonly handedOffAt: string
  readonly status: string
  readonly outcome?: string
  readonly brief: {
    readonly records: readonly { readonly source: string; readonly fetchedAt: string; readonly why?: string }[]
    readonly summary: string
    readonly customer: {
      readonly id?: string
      readonly name?: string
      readonly tier?: string
      readonly verifications?: readonly {
        readonly what: string
        readonly value: string
        readonly by: string
        readonly at: string
      }[]
      readonly claims?: readonly { readonly what: string; readonly value: string }[]
    }
    readonly tried: readonly { readonly action: string; readonly title: string }[]
    readonly receipt?: { readonly messages: number; readonly messageIds: readonly string[] }
  }
}

export interface MessageView {
  readonly id: string
  readonly at: string
  readonly author: { readonly kind: string; readonly name?: string }
  readonly text: string
}

export interface LineView {
  readonly team: string
  readonly waiting: readonly {
    readonly handoffId: string
    readonly conversationId: string
    readonly startedAt: string
    readonly totalSeconds: number
    readonly reason: string
  }[]
}

interface Answer<Body> {
  readonly status: number
  readonly body: Body
}

/** A person of a team, at work through the agent API. */
export class AgentAtWork {
  readonly name: string
  readonly #url: string
  readonly #token: string | undefined
  readonly #tell: Telling

  constructor(name: string, api: { readonly url: string; readonly token: string | undefined; readonly tell: Telling }) {
    this.name = name
    this.#url = api.url
    this.#token = api.token
    this.#tell = api.tell
  }

  async call<Body>(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
    const { status, text } = await this.#send(method, path, body)
    return { status, body: (text === '' ? undefined : JSON.parse(text)) as Body }
  }

  async readsCsv(path: string): Promise<string> {
    const { status, text } = await this.#send('GET', path, undefined, { accept: 'text/csv' })
    expect(status === 200, `${this.name} reads ${path} as CSV (answered ${status})`)
    return text
  }

  async #send(method: string, path: string, body: unknown, headers: Record<string, string> = {}) {
    const answer = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        ...headers,
        ...(this.#token !== undefined && { authorization: `Bearer ${this.#token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, text: await answer.text() }
  }

  async claims(team: string, wait = 5): Promise<ClaimedHandoff> {
    const answer = await this.call<ClaimedHandoff>('POST', `/teams/${team}/claim?wait=${wait}`, {
      claimId: randomUUID(),
    })
    expect(answer.status === 200, `${this.name} is given a conversation (answered ${answer.status})`)
    this.#tell.briefed(this.name, answer.body)
    const { handoff, transcript } = answer.body
    const receipt = handoff.brief.receipt?.messages
    expect(
      receipt === transcript.length,
      `the transcript is complete: ${receipt} stored, ${transcript.length} delivered`,
    )
    return answer.body
  }

  async findsNobody(team: string): Promise<void> {
    const { status } = await this.call('POST', `/teams/${team}/claim`, { claimId: randomUUID() })
    expect(status === 204, `nobody waits for ${team} any more (answered ${status})`)
  }

  async line(team: string): Promise<LineView> {
    const { body } = await this.call<LineView>('GET', `/teams/${team}/line`)
    this.#tell.line(body)
    return body
  }

  replies(handoffId: string, text: string): Promise<void> {
    return this.#write(handoffId, 'messages', { text })
  }

  notes(handoffId: string, text: string): Promise<void> {
    this.#tell.did(this.name, `notes: ${text}`)
    return this.#write(handoffId, 'notes', { text })
  }

  transfers(handoffId: string, team: string, reason: string): Promise<void> {
    this.#tell.did(this.name, `transfers to ${team}: ${reason}`)
    return this.#write(handoffId, 'transfer', { team, reason })
  }

  returns(handoffId: string): Promise<void> {
    this.#tell.did(this.name, 'hands back to the assistant')
    return this.#write(handoffId, 'return')
  }

  resolves(handoffId: string, outcome: string): Promise<void> {
    this.#tell.did(this.name, `resolves: ${outcome}`)
    return this.#write(handoffId, 'resolve', { outcome })
  }

  keeps(handoffId: string): Promise<void> {
    return this.#write(handoffId, 'heartbeat')
  }

  accepts(handoffId: string): Promise<void> {
    this.#tell.did(this.name, 'accepts')
    return this.#write(handoffId, 'accept')
  }

  /** Back into the line, at the old place: `decline` says that work on it never began. */
  givesBack(handoffId: string, verb: 'release' | 'decline'): Promise<void> {
    this.#tell.did(this.name, `${verb}s it`)
    return this.#write(handoffId, verb)
  }

  async #write(handoffId: string, verb: string, body: unknown = {}): Promise<void> {
    const { status, body: answer } = await this.call('POST', `/handoffs/${handoffId}/${verb}`, body)
    expect(status < 300, `${this.name} may ${verb} (answered ${status} ${JSON.stringify(answer)})`)
  }
}
