import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { type AgentRequest, agentEvent, tokenOf } from '#tests/support/agent-event.ts'
import { threadOf } from '#tests/support/inbound.ts'
import { messageEvent, signatureOf } from '#tests/support/signed-request.ts'
import type { AgentWatch, Asked } from './agent-watch.ts'
import type { Outcome, World } from './world.ts'

/** A message that a customer's system was told is taken. */
export interface Taken {
  readonly thread: string
  readonly id: string
  readonly text: string
  /** When it was first sent, and when it was taken, counted in all that customers sent and were told. */
  readonly sentAs: number
  readonly takenAs: number
}

/** What comes with a customer's words. */
export interface Along {
  /** @default Ada */
  readonly name?: string
  /** The name of a file. @default a photo, where the words speak of one */
  readonly file?: string
  /** What the company vouches for. @default nothing */
  readonly verified?: Readonly<Record<string, string>>
}

/** Who has signed in at the company, which vouches for them. */
export const signedIn = (thread: string): Along => ({ verified: { email: `customer-${thread}@example.com` } })

export interface Answered {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

const tries = 6
/** As a sender of webhooks waits before it tries again. */
const pauseMs = 5_000

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

interface WireAnswer {
  readonly statusCode?: number | undefined
  readonly body?: string | undefined
}

const readAnswer = (outcome: Outcome<WireAnswer>): Answered => {
  if (outcome.kind !== 'answered') return { status: 502, body: {} }
  const { statusCode = 500, body = '' } = outcome.value
  return { status: statusCode, body: body.startsWith('{') ? JSON.parse(body) : {} }
}

/** The company's system: signs, and repeats a delivery until it is taken. */
export class Customers {
  readonly #world: World
  readonly #secret: string
  taken: Taken[] = []
  /** Threads that were erased, and when last. */
  readonly forgotten = new Map<string, number>()
  /** The same, by thread id. */
  readonly erased = new Map<string, number>()
  /** Who wrote on each thread, by thread id. */
  readonly senders = new Map<string, ReadonlySet<string>>()
  readonly #sentAs = new Map<string, number>()
  #moments = 0

  constructor(world: World, secret: string) {
    this.#world = world
    this.#secret = secret
  }

  async says(
    thread: string,
    text: string,
    id: string,
    sender = `customer-${thread}`,
    along: Along = {},
  ): Promise<number> {
    this.#moments += 1
    const sentAs = this.#sentAs.get(`${thread} ${id}`) ?? this.#moments
    this.#sentAs.set(`${thread} ${id}`, sentAs)
    for (let attempt = 1; ; attempt += 1) {
      const status = await this.delivers(thread, text, id, sender, along)
      this.#moments += 1
      if (status === 202) this.taken.push({ thread, id, text, sentAs, takenAs: this.#moments })
      if (status < 500 || attempt === tries) return status
      await sleep(pauseMs)
    }
  }

  /** What was erased is neither lost nor expected any more. */
  forget(thread: string): void {
    this.forgotten.set(thread, this.#world.time.now())
    this.erased.set(threadOf(thread), this.#world.time.now())
    this.taken = this.taken.filter((taken) => taken.thread !== thread)
  }

  /** One delivery, whatever becomes of it. */
  async delivers(
    thread: string,
    text: string,
    id: string,
    sender = `customer-${thread}`,
    along: Along = {},
  ): Promise<number> {
    const { doors } = this.#world
    const event = this.#event(thread, text, id, sender, along)
    return readAnswer(await this.#world.invoke('ReceiveMessage', doors.receiveMessage, event)).status
  }

  #event(thread: string, text: string, id: string, sender: string, along: Along): APIGatewayProxyEventV2 {
    const { name = 'Ada', file = text.includes('photo') ? 'photo.png' : undefined } = along
    const { verified } = along
    const threadId = threadOf(thread)
    this.senders.set(threadId, new Set([...(this.senders.get(threadId) ?? []), sender]))
    const body = messageEvent(text, {
      conversation: { id: thread },
      sender: { id: sender, name, ...(verified && { verified }) },
      message: {
        id,
        text,
        attachments: file === undefined ? [] : [{ name: file, url: `https://files.example/1?of=${file}` }],
      },
    })
    const timestamp = Math.floor(this.#world.time.now() / 1_000)
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatureOf({ secret: this.#secret, body, timestamp, id }),
    }
    return agentEvent({ route: 'POST /webhooks/{channel}', path: { channel: 'standard' }, body, headers })
  }
}

/** One agent's program: repeats what got no answer, under the same key. */
export class AgentDesk {
  readonly #world: World
  readonly #token: NonNullable<AgentRequest['token']>
  readonly #watch: AgentWatch | undefined
  #requests = 0
  readonly id: string

  constructor(world: World, id: string, teams: readonly string[], watch?: AgentWatch) {
    this.#world = world
    this.#watch = watch
    this.id = id
    this.#token = tokenOf(id, teams)
  }

  claim(team: string, wait = 0): Promise<Answered> {
    const claimId = this.#key()
    return this.request({
      route: 'POST /teams/{team}/claim',
      path: { team },
      query: { wait: String(wait) },
      body: { claimId },
    })
  }

  /** Something about a handoff. */
  act(verb: string, id: string, body?: unknown): Promise<Answered> {
    const headers = { 'idempotency-key': this.#key() }
    return this.request({
      route: `POST /handoffs/{id}/${verb}`,
      path: { id },
      headers,
      ...(body !== undefined && { body }),
    })
  }

  async request(request: Omit<AgentRequest, 'token'>): Promise<Answered> {
    for (let attempt = 1; ; attempt += 1) {
      const event = agentEvent({ ...request, token: this.#token })
      const since = this.#watch?.moment() ?? 0
      const answer = readAnswer(await this.#world.invoke('AgentApi', this.#world.doors.agentApi, event))
      if (answer.status < 500 || attempt === tries) {
        const asked = askedIn(this.id, request)
        if (asked) this.#watch?.told(asked, answer, attempt, since)
        return answer
      }
      await sleep(pauseMs)
    }
  }

  #key(): string {
    this.#requests += 1
    return `${this.id}-${this.#requests}`
  }
}

/** Nothing, for what only reads. */
const askedIn = (agent: string, { route, path, headers, body }: Omit<AgentRequest, 'token'>): Asked | undefined => {
  const [, verb] = /^POST \/(?:handoffs|teams)\/\{\w+\}\/(\w+)$/.exec(route) ?? []
  const of = path?.id ?? path?.team
  const key = headers?.['idempotency-key'] ?? (body as { readonly claimId?: string } | undefined)?.claimId ?? ''
  return verb === undefined || of === undefined ? undefined : { agent, of, verb, key, body }
}
