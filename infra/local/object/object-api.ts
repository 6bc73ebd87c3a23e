import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { crc32 } from 'node:zlib'
import type { AwsCall } from '../iam/access-requests.ts'
import { asStrings } from '../json.ts'
import type { Buckets } from './buckets.ts'
import { ObjectError } from './errors.ts'
import { element, type ObjectAnswer, xml } from './object-answer.ts'
import type { StoredObject } from './object-store.ts'
import { isLink } from './read-object-call.ts'

interface Asked {
  readonly buckets: Buckets
  readonly bucket: string
  readonly call: AwsCall
  readonly request: IncomingMessage
  readonly body: Buffer
}

type Operation = (asked: Asked) => ObjectAnswer

const mostKeys = 1_000

const header = ({ headers }: IncomingMessage, name: string): string | undefined => {
  const value = headers[name]
  return typeof value === 'string' ? value : undefined
}

const crcOf = (bytes: Buffer): string => {
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(bytes))
  return sum.toString('base64')
}

const etagOf = (bytes: Buffer): string => `"${createHash('md5').update(bytes).digest('hex')}"`

/** What the sender said of the bytes has to be so. */
const checkBytes = (request: IncomingMessage, body: Buffer): void => {
  const crc = header(request, 'x-amz-checksum-crc32')
  if (crc !== undefined && crc !== crcOf(body))
    throw new ObjectError(400, 'BadDigest', 'The CRC32 you specified did not match the calculated checksum.')
  const sha = header(request, 'x-amz-content-sha256') ?? ''
  if (/^[0-9a-f]{64}$/.test(sha) && sha !== createHash('sha256').update(body).digest('hex'))
    throw new ObjectError(400, 'XAmzContentSHA256Mismatch', 'The provided x-amz-content-sha256 does not match.')
  if (sha.startsWith('STREAMING'))
    throw new ObjectError(501, 'NotImplemented', 'The local cloud takes no body in signed chunks.')
}

const put: Operation = ({ buckets, bucket, call, request, body }) => {
  const key = String(call.input.Key)
  checkBytes(request, body)
  if (header(request, 'if-none-match') === '*' && buckets.store.find(bucket, key))
    throw new ObjectError(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold')
  const contentType = header(request, 'content-type') ?? 'application/octet-stream'
  buckets.store.put(bucket, { key, contentType, bytes: body, storedAtMs: Date.now() })
  return { status: 200, headers: { etag: etagOf(body) } }
}

const found = ({ buckets, bucket, call }: Asked): StoredObject => {
  const object = buckets.store.find(bucket, String(call.input.Key))
  if (!object) throw new ObjectError(404, 'NoSuchKey', 'The specified key does not exist.')
  return object
}

const overridable = ['content-type', 'content-disposition', 'content-language', 'cache-control', 'expires']

/** A signed request may say how the answer is to be headed. */
const overrides = (request: IncomingMessage): Record<string, string> => {
  const query = new URL(request.url ?? '/', 'http://local').searchParams
  return Object.fromEntries(
    overridable.flatMap((name) => {
      const value = query.get(`response-${name}`)
      return value === null ? [] : [[name, value]]
    }),
  )
}

const get: Operation = (asked) => {
  const { bytes, contentType, storedAtMs } = found(asked)
  const wantsSum = header(asked.request, 'x-amz-checksum-mode') === 'ENABLED' || isLink(asked.request)
  return {
    status: 200,
    headers: {
      'content-type': contentType,
      'content-length': String(bytes.length),
      etag: etagOf(bytes),
      'last-modified': new Date(storedAtMs).toUTCString(),
      ...(wantsSum && { 'x-amz-checksum-crc32': crcOf(bytes), 'x-amz-checksum-type': 'FULL_OBJECT' }),
      ...overrides(asked.request),
    },
    body: bytes,
  }
}

/** Deleting what is not there succeeds, as in S3. */
const remove: Operation = ({ buckets, bucket, call }) => {
  buckets.store.remove(bucket, String(call.input.Key))
  return { status: 204, headers: {} }
}

const removeAll: Operation = ({ buckets, bucket, call }) => {
  const keys = asStrings(call.input.Keys)
  if (keys.length === 0 || keys.length > mostKeys)
    throw new ObjectError(400, 'MalformedXML', `The XML you provided names ${keys.length} keys: 1 to ${mostKeys}.`)
  for (const key of keys) buckets.store.remove(bucket, key)
  return xml(
    200,
    'DeleteResult',
    keys.map((key) => element('Deleted', [element('Key', key)])),
  )
}

const list: Operation = ({ buckets, bucket, call }) => {
  const { Prefix = '', MaxKeys = mostKeys, StartAfter = '', ContinuationToken } = call.input
  const most = Math.min(Number(MaxKeys), mostKeys)
  const after = ContinuationToken
    ? Buffer.from(String(ContinuationToken), 'base64url').toString('utf8')
    : String(StartAfter)
  const all = buckets.store.list(bucket, String(Prefix), after, most + 1)
  const page = all.slice(0, most)
  const last = all.length > most ? page.at(-1)?.key : undefined
  return xml(200, 'ListBucketResult', [
    ...[element('Name', bucket), element('Prefix', String(Prefix)), element('KeyCount', String(page.length))],
    ...[element('MaxKeys', String(most)), element('IsTruncated', String(last !== undefined))],
    ...(last === undefined ? [] : [element('NextContinuationToken', Buffer.from(last).toString('base64url'))]),
    ...page.map(({ key, size, storedAtMs }) =>
      element('Contents', [
        element('Key', key),
        element('LastModified', new Date(storedAtMs).toISOString()),
        element('Size', String(size)),
      ]),
    ),
  ])
}

const operations: Readonly<Record<string, Operation>> = {
  PutObject: put,
  GetObject: get,
  HeadObject: get,
  DeleteObject: remove,
  DeleteObjects: removeAll,
  ListObjectsV2: list,
}

/** @throws {ObjectError} */
export const callObjects = (
  buckets: Buckets | undefined,
  call: AwsCall,
  request: IncomingMessage,
  body: Buffer,
): ObjectAnswer => {
  const bucket = String(call.input.Bucket)
  if (!buckets?.has(bucket)) throw new ObjectError(404, 'NoSuchBucket', 'The specified bucket does not exist')
  const operation = operations[call.operation]
  if (!operation) throw new ObjectError(501, 'NotImplemented', `The local cloud has no ${call.operation}.`)
  return operation({ buckets, bucket, call, request, body })
}
