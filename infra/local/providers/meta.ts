import { createHmac } from 'node:crypto'
import { digits, hexDigits, letters, randomId, sameSecret } from './ids.ts'
import type { Acknowledged, ApiReply, ApiRequest, Delivery, Fields, Signing } from './provider.ts'

const hourMs = 3_600_000
const repeatsForMs = 7 * 24 * hourMs

/** What Meta hands out, and the word that the company chose for the first question. */
export const metaSecrets = (): Fields => ({
  appSecret: randomId(hexDigits, 32),
  verifyToken: randomId(letters, 44),
  accessToken: `EAA${randomId(letters, 180)}`,
})

/** As Meta spells JSON: plain ASCII, slashes escaped. */
const spelled = (delivery: object): string =>
  JSON.stringify(delivery)
    .replaceAll('/', '\\/')
    .replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

export const signedByMeta = (delivery: object, { secrets }: Signing): Delivery => {
  const body = spelled(delivery)
  const mac = createHmac('sha256', secrets.appSecret ?? '')
    .update(body)
    .digest('hex')
  return {
    headers: {
      'content-type': 'application/json',
      'user-agent': 'facebookexternalua',
      'x-hub-signature-256': `sha256=${mac}`,
    },
    body,
  }
}

/** The question with which a webhook is entered. */
export const metaHandshake = ({ secrets }: Signing) => {
  const challenge = randomId(digits, 10)
  const asked = { 'hub.mode': 'subscribe', 'hub.challenge': challenge, 'hub.verify_token': secrets.verifyToken ?? '' }
  return {
    delivery: { method: 'GET', query: `?${new URLSearchParams(asked)}`, headers: {}, body: '' } as const,
    holds: (acknowledged: Acknowledged) => acknowledged?.status === 200 && acknowledged.body === challenge,
  }
}

const waitMs = (tries: number): number => Math.min(1_000 * 4 ** (tries - 1), hourMs)

/** Whatever is not answered with 200 comes again, less and less often, for seven days. */
export const metaAgain = (acknowledged: Acknowledged, tries: number): number | undefined => {
  if (acknowledged?.status === 200) return undefined
  const waited = Array.from({ length: tries }, (_, index) => waitMs(index + 1)).reduce((sum, ms) => sum + ms, 0)
  return waited > repeatsForMs ? undefined : waitMs(tries)
}

export interface MetaFault {
  readonly status?: number
  readonly code: number
  readonly subcode?: number
  readonly message: string
}

export const metaFault = ({ status = 400, code, subcode, message }: MetaFault): ApiReply => ({
  status,
  body: {
    error: {
      message: `(#${code}) ${message}`,
      type: 'OAuthException',
      code,
      ...(subcode !== undefined && { error_subcode: subcode }),
      fbtrace_id: `A${randomId(letters, 22)}`,
    },
  },
})

export const missing = (parameter: string): ApiReply =>
  metaFault({ code: 100, message: `The parameter ${parameter} is required.` })

export const notFound = (path: string): ApiReply =>
  metaFault({ code: 100, subcode: 33, message: `Unsupported request. Object with ID '${path}' does not exist` })

/** What a token that was revoked, or is somebody else's, is told. */
export const revoked = (): ApiReply =>
  metaFault({ status: 401, code: 190, subcode: 460, message: 'Error validating access token: it was invalidated.' })

export const bringsToken = ({ headers, query }: ApiRequest, token: string): boolean =>
  sameSecret(headers.authorization ?? `Bearer ${query.get('access_token') ?? ''}`, `Bearer ${token}`)

export type Parsed = Readonly<Record<string, unknown>>

/** What is no object has no fields. */
export const fieldsOf = (value: unknown): Parsed =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Parsed) : {}

export const jsonOf = ({ body, headers }: ApiRequest): Parsed | undefined => {
  if (!headers['content-type']?.startsWith('application/json')) return undefined
  try {
    return fieldsOf(JSON.parse(body))
  } catch {
    return undefined
  }
}

export const unreadable = (): ApiReply =>
  metaFault({ code: 100, message: 'The request body is not valid JSON, or is not said to be.' })
