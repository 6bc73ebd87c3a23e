import { isUtf8 } from 'node:buffer'
import { timingSafeEqual } from 'node:crypto'
import type { ChannelReceiver, Received, Secrets, WebhookReply, WebhookRequest } from './channel.ts'
import type { InboundMessage } from './inbound-message.ts'

const activeSecrets = 2
const toleranceSeconds = 300

/** What is particular to one channel's way in; the front holds all of them to the same strictness. */
export interface Scheme {
  /** The field of the channel's secret that its webhooks are verified with. */
  readonly secretField: string
  readonly limitBytes: number
  /** Each has to be there exactly once. */
  readonly headers: readonly string[]
  /** Only with one secret, and only over what it covers: whether it signs this request. */
  readonly verify: (request: WebhookRequest, secret: string, now: number) => boolean | Promise<boolean>
  /** The signature is checked over decoded text, as the provider's own library does: then the bytes have to be text. */
  readonly readsText?: boolean
  readonly parse: (request: WebhookRequest, now: number) => Received
  /** A channel's first question, asked with GET: undefined when it is not answered as it should be. */
  readonly handshake?: (request: WebhookRequest, secrets: Secrets) => WebhookReply | undefined
  readonly taken?: WebhookReply
  readonly unreadable?: WebhookReply
  /** A delivery can be played again only while its signature is fresh. @default false */
  readonly signsTime?: boolean
}

/** Compares without telling by its time how much is alike. */
export const sameText = (left: string, right: string): boolean => {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.byteLength === b.byteLength && timingSafeEqual(a, b)
}

/** Plain seconds within five minutes, either way. */
export const isRecent = (timestamp: string | undefined, now: number): boolean =>
  timestamp !== undefined &&
  /^(0|[1-9]\d{0,11})$/.test(timestamp) &&
  Math.abs(Math.floor(now / 1_000) - Number(timestamp)) <= toleranceSeconds

/** API Gateway joins a header that came twice with a comma, which none of these holds by itself. */
const isThereOnce = ({ headers }: WebhookRequest, name: string): boolean => {
  const value = headers[name]
  return value !== undefined && value !== '' && !value.includes(',')
}

/** Every active secret is tried, whichever holds. */
const isAuthentic = async (
  scheme: Scheme,
  request: WebhookRequest,
  secrets: Secrets,
  now: number,
): Promise<boolean> => {
  if (!scheme.headers.every((name) => isThereOnce(request, name))) return false
  if (scheme.readsText && !isUtf8(request.body)) return false
  const active = (secrets[scheme.secretField] ?? []).filter(Boolean).slice(0, activeSecrets)
  const verdicts = await Promise.all(active.map(async (secret) => scheme.verify(request, secret, now)))
  return verdicts.includes(true)
}

/** How long a delivery is remembered: one that says it is older cannot be told from a repeat of it. */
const rememberedMs = 14 * 86_400_000
/** What a record's time can be, in milliseconds. */
const lastTime = 9_999_999_999_999

const isForgotten = ({ message }: InboundMessage, now: number): boolean =>
  message.sentAt !== undefined && message.sentAt < now - rememberedMs

const withTime = (inbound: InboundMessage): InboundMessage => {
  const { sentAt, ...message } = inbound.message
  const isTime = sentAt !== undefined && Number.isSafeInteger(sentAt) && sentAt >= 0 && sentAt <= lastTime
  return { ...inbound, message: { ...message, ...(isTime && { sentAt }) } }
}

/** For channels that sign no time: nothing but the memory of deliveries keeps an old one from being played again. */
const withoutForgotten = (received: Received, { signsTime }: Scheme, now: number): Received => {
  if (received.kind !== 'messages') return received
  const kept = received.messages.filter((message) => signsTime || !isForgotten(message, now))
  const forgotten = received.messages.length - kept.length
  const left = { ...(received.unreadable && { unreadable: received.unreadable }), ...(forgotten > 0 && { forgotten }) }
  if (forgotten > 0 && kept.length === 0 && !received.receipts?.length) return { kind: 'ignored', ...left }
  return { ...received, messages: kept.map(withTime), ...left }
}

/** The one way in: size, headers, signature, and only then a look at what it says. */
export const strictFront = (scheme: Scheme): ChannelReceiver => {
  const methods = scheme.handshake ? 'GET, POST' : 'POST'
  return {
    ...(scheme.taken && { taken: scheme.taken }),
    ...(scheme.unreadable && { unreadable: scheme.unreadable }),
    receive: async (request, secrets, now) => {
      if (request.method === 'GET' && scheme.handshake) {
        const reply = scheme.handshake(request, secrets)
        return reply ? { kind: 'answered', reply } : { kind: 'unauthentic' }
      }
      // A signature covers no method, so that a good one would carry any.
      if (request.method !== 'POST') return { kind: 'wrong-method', allowed: methods }
      if (request.body.byteLength > scheme.limitBytes) return { kind: 'too-large', limitBytes: scheme.limitBytes }
      if (!(await isAuthentic(scheme, request, secrets, now))) return { kind: 'unauthentic' }
      return withoutForgotten(scheme.parse(request, now), scheme, now)
    },
  }
}
