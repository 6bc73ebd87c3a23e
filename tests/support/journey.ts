import { randomUUID } from 'node:crypto'
import { type LocalCloud, startLocalCloud } from '#infra/local/desk/local-cloud.ts'
import type { Reply } from '#infra/local/desk/replies.ts'
import { conversationIdOf } from '#shared/thread/thread-state.ts'
import { threadOf } from './inbound.ts'
import { messageEvent, signatureOf } from './signed-request.ts'

export interface Answered {
  readonly status: number
  readonly type: string
  readonly text: string
  readonly headers: Headers
  // What came back is looked at field by field.
  readonly body: Record<string, never> & Record<string, unknown>
}

export interface SignedHeaders {
  readonly 'webhook-id': string
  readonly 'webhook-timestamp': string
  readonly 'webhook-signature': string
}

export interface Delivery {
  readonly body: string | Buffer
  readonly id?: string
  readonly method?: string
  readonly channel?: string
  readonly contentType?: string
  /** How long ago the sender says it signed; negative: in time to come. */
  readonly ageSeconds?: number
  /** Instead of the headers that a sender signs with, or made of them. */
  readonly headers?: Readonly<Record<string, string>> | ((signed: SignedHeaders) => Readonly<Record<string, string>>)
}

const longestWaitMs = 15_000

const answered = async (response: Response): Promise<Answered> => {
  const text = await response.text()
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    text,
    headers: response.headers,
    body: text.startsWith('{') ? JSON.parse(text) : {},
  }
}

/** Everything that a customer's system and agents do over HTTP, against one local cloud. */
export class Journey {
  readonly cloud: LocalCloud
  /** What the functions wrote to their logs. */
  readonly lines: readonly string[]

  constructor(cloud: LocalCloud, lines: readonly string[]) {
    this.cloud = cloud
    this.lines = lines
  }

  /** One delivery to a webhook, signed unless it brings headers of its own. */
  async deliver({ body, method = 'POST', channel = 'standard', ...given }: Delivery): Promise<Answered> {
    const id = given.id ?? randomUUID()
    const timestamp = Math.floor(Date.now() / 1_000) - (given.ageSeconds ?? 0)
    const signed = {
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatureOf({ secret: this.cloud.ready.webhookSecret, body, timestamp, id }),
    }
    const headers = typeof given.headers === 'function' ? given.headers(signed) : (given.headers ?? signed)
    const response = await fetch(`${this.cloud.url}/webhooks/${channel}`, {
      method,
      headers: { 'content-type': given.contentType ?? 'application/json', ...headers },
      ...(method !== 'GET' && { body: new Uint8Array(Buffer.from(body)) }),
    })
    return answered(response)
  }

  /** The customer of a thread writes. */
  says(thread: string, text: string, id?: string): Promise<Answered> {
    const body = messageEvent(text, { conversation: { id: thread }, sender: { id: `customer-${thread}`, name: 'Ada' } })
    return this.deliver({ body, ...(id !== undefined && { id }) })
  }

  /** The thread's next reply after the numbered one. */
  async hears(thread: string, after = 0): Promise<Reply> {
    const query = new URLSearchParams({ conversation: thread, after: String(after), waitMs: String(longestWaitMs) })
    const response = await fetch(`${this.cloud.url}/_local/replies?${query}`)
    const { reply } = (await response.json()) as { reply: Reply | null }
    if (!reply) throw new Error(`nothing was heard on ${thread}`)
    return reply
  }

  /** The customer writes, and waits for what comes back. */
  async asks(thread: string, text: string): Promise<Reply> {
    const last = this.cloud.replies().findLast(({ conversationId }) => conversationId === thread)
    await this.says(thread, text)
    return this.hears(thread, last?.number)
  }

  /** An agent's request; whoever is no known agent gives a token of their own, or none. */
  async agent(
    who: string,
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answered> {
    const token = this.cloud.ready.tokens[who] ?? who
    const response = await fetch(`${this.cloud.url}${path}`, {
      method,
      headers: {
        ...(token !== '' && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return answered(response)
  }

  claims(who: string, team: string): Promise<Answered> {
    return this.agent(who, 'POST', `/teams/${team}/claim`, { claimId: randomUUID() })
  }

  /** A conversation of a thread as somebody sees it. */
  reads(thread: string, n = 1, who = 'supervisor'): Promise<Answered> {
    return this.agent(who, 'GET', `/conversations/${conversationIdOf(threadOf(thread), n)}`)
  }

  async sweeps(): Promise<void> {
    const response = await fetch(`${this.cloud.url}/_local/sweep`, { method: 'POST' })
    if (!response.ok) throw new Error(`the sweep answered ${response.status}`)
  }

  /** Calls that a function made to the table and the queues since the counts were reset. */
  sideEffects(caller: string): readonly string[] {
    return this.cloud
      .calls()
      .filter((call) => call.caller === caller && ['sqs', 'dynamodb'].includes(call.service))
      .map(({ service, operation }) => `${service} ${operation}`)
  }
}

export const startJourney = async (options: Parameters<typeof startLocalCloud>[0] = {}): Promise<Journey> => {
  const lines: string[] = []
  const cloud = await startLocalCloud({ ...options, writeLine: (name, line) => lines.push(`${name} ${line}`) })
  return new Journey(cloud, lines)
}
