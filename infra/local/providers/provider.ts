import type { BatonConfigInput, ChannelName } from '#shared/config/config.ts'

/** Somebody who writes to the company. What they are called on a channel follows from `id` and `thread`. */
export interface Person {
  readonly id: string
  readonly name: string
  /** Each its own conversation. */
  readonly thread: string
  /** What the company itself vouches for; only the standard channel can say it. */
  readonly verified?: Readonly<Record<string, string>>
}

export interface SentFile {
  readonly name: string
  readonly contentType: string
  readonly bytes: Uint8Array
}

/** What a customer does in the channel's app. */
export type Said =
  | { readonly kind: 'text'; readonly text: string }
  /** Taps a button or a row of a list: `title` is what it reads, `value` what the company gave it. */
  | { readonly kind: 'choice'; readonly title: string; readonly value: string }
  | { readonly kind: 'picture'; readonly file: SentFile; readonly caption?: string }

/** A request to the webhook. */
export interface Delivery {
  /** @default POST */
  readonly method?: 'GET' | 'POST'
  /** Added to the webhook's URL, with its question mark. */
  readonly query?: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface ApiRequest {
  /** In ms. */
  readonly at: number
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
}

export interface ApiReply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** Bytes and texts as they are, anything else as JSON. */
  readonly body?: unknown
}

/** One message as the customer sees it. */
export interface Heard {
  /** The provider's own name of it. */
  readonly id: string
  /** As in the address that the customer writes from. */
  readonly thread: string
  readonly text: string
  /** In ms. */
  readonly at: number
  /** Only the standard channel is told who speaks. */
  readonly author?: 'assistant' | 'agent' | 'system'
  readonly name?: string
}

export interface ApiAnswer {
  readonly reply: ApiReply
  /** Several where one request says several things. */
  readonly heard?: Heard | readonly Heard[]
  /** What the provider tells the webhook because of it, such as receipts, in order. */
  readonly told?: readonly Delivery[]
}

/** What the webhook answered; undefined when nothing came back. */
export type Acknowledged = { readonly status: number; readonly body: string } | undefined

/** What was entered at the provider, or handed out by it. Fields are those of the channel's secret. */
export type Fields = Readonly<Record<string, string>>

/** How a delivery is signed; another secret or another time is a forger's. */
export interface Signing {
  readonly secrets: Fields
  /** In ms. */
  readonly at: number
}

/** The provider's next answer to a send, instead of its usual one. */
export type Mood =
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number }
  /** For good. */
  | { readonly kind: 'refuses' }
  /** Takes it, and the answer is lost on its way. */
  | { readonly kind: 'unheard' }
  | { readonly kind: 'fails' }

export const moodKinds: readonly Mood['kind'][] = ['busy', 'refuses', 'unheard', 'fails']

/** A provider's end of one account. */
export interface ProviderSide {
  /** The channel's entry in the configuration. */
  readonly settings: NonNullable<BatonConfigInput['channels'][ChannelName]>
  /** Where this person's conversation lives, as CHANNELS names it. */
  placeOf(person: Person): { readonly account: string; readonly key: string; readonly senderId: string }
  /** What the webhook is sent; several where the provider sends several. */
  deliver(person: Person, said: Said, signing: Signing): readonly Delivery[]
  /** The provider's whole API. */
  answer(request: ApiRequest): ApiAnswer
  isSend(request: ApiRequest): boolean
  /** In the provider's own shape. */
  busy(retryAfterSeconds: number): ApiReply
  refusal(): ApiReply
  failure(): ApiReply
  /** When the provider delivers once more, in ms from now; undefined when it does not. `tries` are those made so far. */
  again(acknowledged: Acknowledged, tries: number): number | undefined
  /** A thread's next delivery waits until the one before it was taken, or given up. @default false */
  readonly waitsInThread?: boolean
  /** The same delivery, as a further try marks it. @default unchanged */
  repeated?(delivery: Delivery, tries: number, signing: Signing): Delivery
  /** The question that a provider asks when the webhook is entered, and whether it was answered well. */
  handshake?(signing: Signing): { readonly delivery: Delivery; readonly holds: (acknowledged: Acknowledged) => boolean }
}

export interface OwnPlace {
  /** Of the provider's server, without a slash at the end. */
  readonly url: string
  readonly webhookUrl: string
  readonly secrets: Fields
  /** In ms. */
  readonly now: () => number
}

/** A kind of provider. It shares no code with the product's way of signing, reading or sending. */
export interface Provider {
  readonly channel: ChannelName
  /** What somebody would copy from the provider's pages, made at random. */
  secrets(): Fields
  /** Whether a delivery that was signed long ago can be told. @default true */
  readonly signsTime?: boolean
  open(own: OwnPlace): ProviderSide
}
