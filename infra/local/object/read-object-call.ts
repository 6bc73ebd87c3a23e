import type { IncomingMessage } from 'node:http'
import type { AwsCall } from '../iam/access-requests.ts'
import type { JsonObject } from '../json.ts'

const scopeOf = /Credential=([^/,]+)\/\d{8}\/[^/]+\/s3\/aws4_request/

const queryOf = ({ url = '' }: IncomingMessage): URLSearchParams => new URL(url, 'http://local').searchParams

/** A call whose signature is in its address: whoever has the address may make it. */
export const isLink = (request: IncomingMessage): boolean =>
  request.headers.authorization === undefined && queryOf(request).has('X-Amz-Signature')

/** The signer of a call to S3, in its header or its address; undefined for a call to anything else. */
export const objectCaller = (request: IncomingMessage): string | undefined => {
  const credential = isLink(request)
    ? `Credential=${queryOf(request).get('X-Amz-Credential') ?? ''}`
    : (request.headers.authorization ?? '')
  return scopeOf.exec(credential)?.[1]
}

const xmlText = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|apos|amp|#(\d+)|#x([0-9a-f]+));/gi, (entity, decimal?: string, hex?: string) => {
    if (decimal ?? hex) return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16))
    return { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' }[entity] ?? entity
  })

const keysIn = (body: Buffer): string[] =>
  [...body.toString('utf8').matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => xmlText(key))

const ofBucket = (method: string, query: URLSearchParams, body: Buffer): Omit<AwsCall, 'service'> | undefined => {
  if (method === 'POST' && query.has('delete')) return { operation: 'DeleteObjects', input: { Keys: keysIn(body) } }
  if (method !== 'GET' || query.get('list-type') !== '2') return undefined
  const given = (name: string, as: string): JsonObject => {
    const value = query.get(name)
    return value === null ? {} : { [as]: value }
  }
  const input = {
    ...given('prefix', 'Prefix'),
    ...given('max-keys', 'MaxKeys'),
    ...given('start-after', 'StartAfter'),
    ...given('continuation-token', 'ContinuationToken'),
  }
  return { operation: 'ListObjectsV2', input }
}

const ofObject: Readonly<Record<string, string>> = {
  PUT: 'PutObject',
  GET: 'GetObject',
  HEAD: 'HeadObject',
  DELETE: 'DeleteObject',
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** A call to S3 with the bucket in its path, as the SDK makes them to an address without a name. */
export const readObjectCall = (request: IncomingMessage, body: Buffer): AwsCall | undefined => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://local')
  const [, bucket = '', path = ''] = /^\/([^/]+)\/?(.*)$/s.exec(pathname) ?? []
  const key = decoded(path)
  const method = request.method ?? ''
  const call = key
    ? { operation: ofObject[method] ?? '', input: { Key: key } }
    : (ofBucket(method, searchParams, body) ?? { operation: '', input: {} })
  return call.operation
    ? { service: 's3', operation: call.operation, input: { Bucket: bucket, ...call.input } }
    : undefined
}
