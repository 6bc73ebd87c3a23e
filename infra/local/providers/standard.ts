import { createHmac, randomBytes } from 'node:crypto'
import { hexDigits, randomId, sameSecret } from './ids.ts'
import type {
  ApiAnswer,
  ApiReply,
  ApiRequest,
  Delivery,
  Heard,
  OwnPlace,
  Person,
  Provider,
  ProviderSide,
  Said,
  SentFile,
  Signing,
} from './provider.ts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
/** The example of https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md. */
const retriesMs = [5 * second, 5 * minute, 30 * minute, ...[2, 5, 10, 14, 20, 24].map((hours) => hours * hour)]
const toleranceSeconds = 300

const makeSecret = (): string => `whsec_${randomBytes(33).toString('base64')}`

const macOf = (secret: string, id: string, timestamp: string, body: string): string => {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
}

const signed = (body: string, id: string, { secrets, at }: Signing): Delivery => {
  const timestamp = String(Math.floor(at / second))
  return {
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${macOf(secrets.inbound ?? '', id, timestamp, body)}`,
    },
    body,
  }
}

const isSigned = ({ headers, body }: ApiRequest, secret: string, now: number): boolean => {
  const [id, timestamp, signatures = ''] = ['id', 'timestamp', 'signature'].map((part) => headers[`webhook-${part}`])
  if (!id || !timestamp || Math.abs(Number(timestamp) - now / second) > toleranceSeconds) return false
  const mac = `v1,${macOf(secret, id, timestamp, body)}`
  return signatures.split(' ').some((signature) => sameSecret(signature, mac))
}

interface Event {
  readonly type: string
  readonly data: {
    readonly conversation: { readonly id: string }
    readonly author: { readonly kind: NonNullable<Heard['author']>; readonly name?: string }
    readonly message: { readonly id: string; readonly text: string }
  }
}

const heardIn = (body: string, at: number): Heard | undefined => {
  try {
    const { type, data }: Event = JSON.parse(body)
    const { conversation, author, message } = data
    if (type !== 'message.created' || typeof message.text !== 'string') return undefined
    const name = author.name === undefined ? {} : { name: author.name }
    return { id: message.id, thread: conversation.id, text: message.text, at, author: author.kind, ...name }
  } catch {
    return undefined
  }
}

const messageOf = (said: Said, keep: (file: SentFile) => object): object => {
  const id = `m-${randomId(hexDigits, 24)}`
  if (said.kind === 'picture') return { id, text: said.caption ?? '', attachments: [keep(said.file)] }
  return { id, text: said.kind === 'choice' ? said.title : said.text, attachments: [] }
}

const open = ({ url, secrets, now }: OwnPlace): ProviderSide => {
  const files = new Map<string, SentFile>()
  const known = new Set<string>()
  const keep = (file: SentFile) => {
    const id = randomId(hexDigits, 16)
    files.set(`/files/${id}`, file)
    return { name: file.name, contentType: file.contentType, size: file.bytes.byteLength, url: `${url}/files/${id}` }
  }
  const deliver = (person: Person, said: Said, signing: Signing): Delivery => {
    const { id, name, thread, verified } = person
    const data = {
      conversation: { id: thread },
      sender: { id, name, ...(verified && { verified }) },
      message: messageOf(said, keep),
    }
    const timestamp = new Date(signing.at).toISOString()
    return signed(
      JSON.stringify({ type: 'message.created', timestamp, data }),
      `wh-${randomId(hexDigits, 24)}`,
      signing,
    )
  }
  const callback = (request: ApiRequest): ApiAnswer => {
    if (!isSigned(request, secrets.outbound ?? '', now())) return { reply: { status: 401 } }
    const heard = heardIn(request.body, now())
    if (!heard) return { reply: { status: 400 } }
    const isNew = !known.has(request.headers['webhook-id'] ?? '')
    known.add(request.headers['webhook-id'] ?? '')
    return { reply: { status: 204 }, ...(isNew && { heard }) }
  }
  const fileAt = (path: string): ApiReply => {
    const file = files.get(path)
    return file
      ? { status: 200, headers: { 'content-type': file.contentType }, body: file.bytes }
      : { status: 404, body: 'not found' }
  }
  const isSend = ({ method, path }: ApiRequest) => method === 'POST' && path === '/callback'
  return {
    settings: { kind: 'standard', callbackUrl: `${url}/callback` },
    placeOf: ({ id, thread }) => ({ account: 'standard', key: thread, senderId: id }),
    deliver: (person, said, signing) => [deliver(person, said, signing)],
    answer: (request) => (isSend(request) ? callback(request) : { reply: fileAt(request.path) }),
    isSend,
    busy: (seconds) => ({ status: 429, headers: { 'retry-after': String(seconds) } }),
    refusal: () => ({ status: 410 }),
    failure: () => ({ status: 503 }),
    again: (acknowledged, tries) => {
      if (acknowledged?.status === 410) return undefined
      return acknowledged && acknowledged.status < 300 ? undefined : retriesMs[tries - 1]
    },
    repeated: ({ headers, body }, _tries, signing) => signed(body, headers['webhook-id'] ?? '', signing),
  }
}

/** The company's own system, with Standard Webhooks in both directions. */
export const standardProvider: Provider = {
  channel: 'standard',
  secrets: () => ({ inbound: makeSecret(), outbound: makeSecret() }),
  open,
}
