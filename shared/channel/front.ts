import { isUtf8 } from 'node:buffer'
import { timingSafeEqual } from 'node:crypto'
import type { ChannelReceiver, Received, Secrets, WebhookReply, WebhookRequest } from './channel.ts'

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
      return scheme.parse(request, now)
    },
  }
}
