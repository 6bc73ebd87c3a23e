import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import type { ChannelName } from '#shared/config/config.ts'
import { listen } from '../http/listen.ts'
import type {
  Acknowledged,
  ApiAnswer,
  ApiReply,
  ApiRequest,
  Delivery,
  Fields,
  Heard,
  Mood,
  Person,
  Provider,
  ProviderSide,
  Said,
  Signing,
} from './provider.ts'

export interface ProviderClock {
  /** In ms. */
  now(): number
  /** Rejects when it is ended. */
  wait(ms: number, end: AbortSignal): Promise<unknown>
}

export interface FakeProviderOptions {
  readonly webhookUrl: string
  /** Those of an earlier start. @default made at random */
  readonly secrets?: Fields
  /** @default this machine's */
  readonly clock?: ProviderClock
  readonly onHeard?: (heard: Heard) => void
}

/** A provider on this machine: its API under an address of its own, and everybody who writes through it. */
export interface FakeProvider {
  readonly channel: ChannelName
  readonly url: string
  readonly webhookUrl: string
  readonly secrets: Fields
  /** Whether a delivery that was signed long ago can be told. */
  readonly signsTime: boolean
  readonly settings: ProviderSide['settings']
  placeOf(person: Person): ReturnType<ProviderSide['placeOf']>
  /** What would be delivered; signed by somebody else, or at another time, where that is given. */
  deliveriesOf(person: Person, said: Said, forged?: Partial<Signing>): readonly Delivery[]
  /** Delivers once, whatever comes back. */
  post(delivery: Delivery): Promise<Acknowledged>
  /** Delivers, and again as the provider would: the answer to the first try of the last delivery. */
  says(person: Person, said: Said): Promise<Acknowledged>
  /** Asks the webhook's first question; true where the channel has none. */
  shakesHands(): Promise<boolean>
  /** What a customer sees, in order. */
  heard(thread?: string): readonly Heard[]
  /** The next answers to sends, one after the other. */
  expectMoods(moods: readonly Mood[]): void
  /** Every request to send something, taken or not, oldest first. */
  asked(): readonly ApiRequest[]
  close(): Promise<void>
}

const thisMachine: ProviderClock = {
  now: () => Date.now(),
  wait: (ms, signal) => setTimeout(ms, undefined, { signal, ref: false }),
}

const readRequest = async (incoming: IncomingMessage, at: number): Promise<ApiRequest> => {
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://provider')
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, value?.toString()]))
  const body = (await buffer(incoming)).toString('utf8')
  return { at, method: incoming.method ?? 'GET', path: pathname, query: searchParams, headers, body }
}

const write = (response: ServerResponse, { status, headers = {}, body }: ApiReply) => {
  if (typeof body === 'string' || body instanceof Uint8Array) return response.writeHead(status, headers).end(body)
  if (body === undefined) return response.writeHead(status, headers).end()
  return response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

/** What is said in a mood instead of the usual; undefined where the usual is done and nobody hears of it. */
const inMood = (side: ProviderSide, mood: Mood): ApiReply | undefined => {
  if (mood.kind === 'busy') return side.busy(mood.retryAfterSeconds)
  if (mood.kind === 'refuses') return side.refusal()
  return mood.kind === 'fails' ? side.failure() : undefined
}

const postTo = async (
  webhookUrl: string,
  { method = 'POST', query = '', headers, body }: Delivery,
): Promise<Acknowledged> => {
  try {
    const answer = await fetch(`${webhookUrl}${query}`, { method, headers, ...(method === 'POST' && { body }) })
    return { status: answer.status, body: await answer.text() }
  } catch {
    return undefined
  }
}

/** Starts a provider's API on this machine. It delivers to the webhook as the provider does, again included. */
export const startFakeProvider = async (provider: Provider, options: FakeProviderOptions): Promise<FakeProvider> => {
  const { webhookUrl, clock = thisMachine } = options
  const secrets = options.secrets ?? provider.secrets()
  const heard: Heard[] = []
  const asked: ApiRequest[] = []
  const moods: Mood[] = []
  const ended = new AbortController()

  const signing = (forged: Partial<Signing> = {}): Signing => ({ secrets, at: clock.now(), ...forged })
  const post = (delivery: Delivery) => postTo(webhookUrl, delivery)

  /** By thread: settled once its last delivery was taken or given up. */
  const before = new Map<string, Promise<void>>()

  const repeat = async (delivery: Delivery, first: Acknowledged): Promise<void> => {
    let acknowledged = first
    for (let tries = 1; ; tries += 1) {
      const wait = side.again(acknowledged, tries)
      if (wait === undefined) return
      await clock.wait(wait, ended.signal)
      acknowledged = await post(side.repeated?.(delivery, tries, signing()) ?? delivery)
    }
  }

  const deliver = async (delivery: Delivery, thread?: string): Promise<Acknowledged> => {
    if (thread !== undefined && side.waitsInThread) await before.get(thread)
    const first = await post(delivery)
    const settled = repeat(delivery, first).catch(() => undefined)
    if (thread !== undefined) before.set(thread, settled)
    return first
  }

  const tell = async (deliveries: readonly Delivery[]) => {
    for (const delivery of deliveries) await deliver(delivery)
  }

  const take = ({ heard: taken = [], told = [] }: ApiAnswer) => {
    for (const one of [taken].flat()) {
      heard.push(one)
      options.onHeard?.(one)
    }
    // A receipt never comes before the answer that it is about.
    setImmediate(() => void tell(told))
  }

  const server = await listen(0, async (incoming, response) => {
    const request = await readRequest(incoming, clock.now())
    const sends = side.isSend(request)
    if (sends) asked.push(request)
    const mood = sends ? moods.shift() : undefined
    const instead = mood && inMood(side, mood)
    if (instead) return write(response, instead)
    const answer = side.answer(request)
    take(answer)
    return mood ? response.destroy() : write(response, answer.reply)
  })
  const side = provider.open({ url: server.url, webhookUrl, secrets, now: () => clock.now() })

  return {
    channel: provider.channel,
    url: server.url,
    webhookUrl,
    secrets,
    signsTime: provider.signsTime ?? true,
    settings: side.settings,
    placeOf: (person) => side.placeOf(person),
    deliveriesOf: (person, said, forged) => side.deliver(person, said, signing(forged)),
    post,
    says: async (person, said) => {
      let first: Acknowledged
      for (const delivery of side.deliver(person, said, signing()))
        first = await deliver(delivery, side.placeOf(person).key)
      return first
    },
    shakesHands: async () => {
      const question = side.handshake?.(signing())
      return question ? question.holds(await post(question.delivery)) : true
    },
    heard: (thread) => heard.filter((one) => thread === undefined || one.thread === thread),
    expectMoods: (next) => void moods.push(...next),
    asked: () => asked,
    close: async () => {
      ended.abort()
      await server.close()
    },
  }
}
