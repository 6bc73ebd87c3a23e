import { running } from './invocation.ts'
import { type Provider, providerAt } from './providers.ts'
import type { Reply, SimulatedCalls } from './simulated-calls.ts'

/** One message as the company's own system got it. */
export interface Delivered {
  readonly id: string
  readonly thread: string
  readonly text: string
  readonly author: string
  /** Virtual time. */
  readonly at: number
  readonly status: number
  /** Which run of the door sent it. */
  readonly invocation: number
}

/** One message as a provider was asked to send it. */
export interface Provided {
  readonly channel: string
  readonly text: string
  readonly at: number
  readonly invocation: number
}

export interface SimulatedChannel {
  /** What providers took, in order. */
  readonly provided: readonly Provided[]
  readonly fetch: typeof fetch
  /** Everything that came, in order, repeats included. */
  readonly delivered: readonly Delivered[]
  /** What the provider answers; 200 until it is told otherwise. */
  answer: (message: Omit<Delivered, 'status' | 'invocation'>) => Reply
}

const limitMs = 15_000

/** As a provider explains itself, with all that it was asked. */
const quotingProblem = (url: unknown, body: unknown): string =>
  JSON.stringify({ ok: false, error: { message: `${url} ${body}`, code: 1 }, description: String(body) })

interface Posted {
  readonly data: {
    readonly conversation: { readonly id: string }
    readonly author: { readonly kind: string }
    readonly message: { readonly id: string; readonly text: string }
  }
}

/** The company's callback: keeps what it is sent. */
export const simulatedChannel = (calls: () => SimulatedCalls, now: () => number): SimulatedChannel => {
  const delivered: Delivered[] = []
  const provided: Provided[] = []
  const provide = (provider: Provider, body: string, invocation: number): Reply => {
    const { name, textIn, status = 200, answer } = provider
    provided.push({ channel: name, text: textIn(body), at: now(), invocation })
    return { status, body: JSON.stringify(answer) }
  }
  const receive = (body: string, id: string, invocation: number): Reply => {
    const { conversation, author, message } = (JSON.parse(body) as Posted).data
    const came = { id, thread: conversation.id, text: message.text, author: author.kind, at: now() }
    const reply = channel.answer(came)
    delivered.push({ ...came, status: reply.status, invocation })
    return reply
  }
  const channel: SimulatedChannel = {
    delivered,
    provided,
    answer: () => ({ status: 200, body: '' }),
    fetch: async (url, init) => {
      const sender = running.getStore()?.id ?? 0
      const provider = providerAt(String(url))
      const reply = await calls().make({
        service: 'channel',
        operation: 'POST',
        callId: undefined,
        limitMs,
        input: init?.body,
        abortSignal: init?.signal ?? undefined,
        answer: () =>
          running.exit(() =>
            provider
              ? provide(provider, String(init?.body), sender)
              : receive(String(init?.body), new Headers(init?.headers).get('webhook-id') ?? '', sender),
          ),
        refusal: (fault) => ({ status: fault === 'throttled' ? 429 : 500, body: quotingProblem(url, init?.body) }),
      })
      return new Response(reply.body, { status: reply.status, headers: { ...reply.headers } })
    },
  }
  return channel
}
