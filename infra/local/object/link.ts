import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { ObjectError } from './errors.ts'

/** What every function here signs with. */
export const localSecret = 'local'

const mostSeconds = 604_800
const aheadMs = 15 * 60_000

const denied = (message: string) => new ObjectError(403, 'AccessDenied', message)
const malformed = (message: string) => new ObjectError(400, 'AuthorizationQueryParametersError', message)

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** As Signature Version 4 wants it: only unreserved characters stand for themselves. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)

const order = (a: string, b: string): number => (a < b ? -1 : 1)

const canonicalRequest = ({ method = '', headers }: IncomingMessage, url: URL): string => {
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort(order)
  const signed = (url.searchParams.get('X-Amz-SignedHeaders') ?? '').split(';')
  const lines = signed.map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`)
  return [method, url.pathname, query.join('&'), lines.join(''), signed.join(';'), 'UNSIGNED-PAYLOAD'].join('\n')
}

const signatureOf = (request: IncomingMessage, url: URL, date: string, scope: string): string => {
  const [day = '', region = '', service = ''] = scope.split('/')
  const key = ['aws4_request', service, region, day]
    .reverse()
    .reduce<string | Buffer>((made, part) => hmac(made, part), `AWS4${localSecret}`)
  const text = ['AWS4-HMAC-SHA256', date, scope, sha256(canonicalRequest(request, url))].join('\n')
  return hmac(key, text).toString('hex')
}

const msOf = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/**
 * Holds a link to its signature and its time, as S3 does.
 *
 * @throws {ObjectError}
 */
export const checkLink = (request: IncomingMessage, nowMs: number): void => {
  const url = new URL(request.url ?? '/', 'http://local')
  const given = (name: string) => url.searchParams.get(`X-Amz-${name}`) ?? ''
  const [seconds, date] = [Number(given('Expires') || Number.NaN), given('Date')]
  if (given('Algorithm') !== 'AWS4-HMAC-SHA256') throw malformed('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"')
  if (!(seconds > 0 && seconds <= mostSeconds)) throw malformed('X-Amz-Expires must be less than a week (in seconds)')
  const signedAt = msOf(date)
  if (Number.isNaN(signedAt)) throw malformed("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"")
  if (signedAt > nowMs + aheadMs) throw denied('Request is not yet valid')
  if (signedAt + seconds * 1_000 < nowMs) throw denied('Request has expired')
  const scope = given('Credential').split('/').slice(1).join('/')
  if (!same(signatureOf(request, url, date, scope), given('Signature')))
    throw new ObjectError(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided.',
    )
}
