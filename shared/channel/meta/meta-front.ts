import { verify } from '@octokit/webhooks-methods'
import type { ChannelReceiver, Received, Secrets, WebhookReply, WebhookRequest } from '../channel.ts'
import { sameText, strictFront } from '../front.ts'
import type { InboundMessage } from '../inbound-message.ts'
import { readJson } from '../read-json.ts'
import type { Receipt } from '../receipt.ts'

/** Meta's own limit of one delivery, 3 MB. */
const limitBytes = 3 * 1024 * 1024

/** What one event of a delivery holds. */
export interface Piece {
  readonly message?: InboundMessage
  readonly receipt?: Receipt
  /** Why it cannot be read. */
  readonly detail?: string
}

export type JsonObject = Readonly<Record<string, unknown>>

export interface MetaScheme {
  /** What the delivery says it is about: `whatsapp_business_account`, `page` or `instagram`. */
  readonly object: string
  /** One of the delivery's entries, each of which may hold several events; an event for somebody else gives no piece. */
  readonly readEntry: (entry: JsonObject, now: number) => readonly Piece[]
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The objects of a list; what is no list, and whatever else stands in one, holds nothing. */
export const objectsIn = (list: unknown): readonly JsonObject[] => (Array.isArray(list) ? list.filter(isObject) : [])

const received = (pieces: readonly Piece[]): Received => {
  const messages = pieces.flatMap(({ message }) => message ?? [])
  const receipts = pieces.flatMap(({ receipt }) => receipt ?? [])
  // One event that cannot be read takes none of the others with it.
  const details = pieces.flatMap(({ detail }) => detail ?? [])
  const unreadable = details.length
  if (messages.length + receipts.length > 0)
    return {
      kind: 'messages',
      messages,
      ...(receipts.length > 0 && { receipts }),
      ...(unreadable > 0 && { unreadable }),
    }
  const [detail] = details
  return detail === undefined ? { kind: 'ignored' } : { kind: 'unreadable', detail }
}

const parse = ({ object, readEntry }: MetaScheme, body: Buffer, now: number): Received => {
  const json = readJson(body)
  if (!json.ok) return { kind: 'unreadable', detail: json.detail }
  const delivery = isObject(json.value) ? json.value : {}
  if (typeof delivery.object !== 'string' || !Array.isArray(delivery.entry))
    return { kind: 'unreadable', detail: 'body: must be an object with "object" and "entry"' }
  if (delivery.object !== object) return { kind: 'ignored' }
  return received(objectsIn(delivery.entry).flatMap((entry) => readEntry(entry, now)))
}

/** Asked with GET when the URL is entered: only who knows the token is answered with the challenge, and nothing but it. */
const handshake = ({ query }: WebhookRequest, { verifyToken = [] }: Secrets): WebhookReply | undefined => {
  const [told, challenge] = [query['hub.verify_token'] ?? '', query['hub.challenge'] ?? '']
  const verdicts = verifyToken
    .filter(Boolean)
    .slice(0, 2)
    .map((token) => sameText(token, told))
  if (query['hub.mode'] !== 'subscribe' || !verdicts.includes(true)) return undefined
  // It is repeated to whoever asked: a number today, and never more than a word.
  if (!/^[\w.-]{1,256}$/.test(challenge)) return undefined
  return { status: 200, contentType: 'text/plain; charset=utf-8', body: challenge }
}

/** Meta repeats for seven days whatever is not answered with 200. */
const done = { status: 200, body: '' }

/** https://developers.facebook.com/docs/graph-api/webhooks/getting-started: `sha256=` and the hex HMAC-SHA256 of the body. */
export const metaFront = (scheme: MetaScheme): ChannelReceiver =>
  strictFront({
    secretField: 'appSecret',
    limitBytes,
    headers: ['x-hub-signature-256'],
    readsText: true,
    // The library throws where there is nothing to verify.
    verify: async ({ headers, body }, secret) =>
      body.byteLength > 0 && verify(secret, body.toString('utf8'), headers['x-hub-signature-256'] ?? ''),
    parse: ({ body }, now) => parse(scheme, body, now),
    handshake,
    taken: done,
    unreadable: done,
  })
