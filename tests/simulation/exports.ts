import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import { S3Client } from '@aws-sdk/client-s3'
import type { HttpRequest } from '@smithy/types'
import { tableExports } from '#infra/local/export/table-exports.ts'
import { ObjectError } from '#infra/local/object/errors.ts'
import { callObjects } from '#infra/local/object/object-api.ts'
import { type ObjectStore, type StoredObject, sqliteObjectStore } from '#infra/local/object/object-store.ts'
import { readObjectCall } from '#infra/local/object/read-object-call.ts'
import type { TableCall } from '#infra/local/table/tables.ts'
import type { ExportFiles } from '#shared/export/export-files.ts'
import { keepExports } from '#shared/export/keep-exports.ts'
import { s3ExportFiles } from '#shared/export/s3-export-files.ts'
import type { CallPath } from './simulated-calls.ts'
import { usual } from './simulated-cloud.ts'
import type { SimulatedTable } from './table/simulated-table.ts'

const bucket = 'tables'
const limitMs = 6_000
const tableArn = 'arn:aws:dynamodb:us-east-1:000000000000:table/simulated'

export interface SimulatedExports {
  /** As the doors have them. */
  readonly files: ExportFiles
  /** What the door does each quarter of an hour, at its hour. */
  tick(hour: number): Promise<void>
  /** DynamoDB takes the picture now, and writes it once it is let go. */
  begin(day: string): Promise<void>
  letGo(): void
  /** Athena keeps an answer. */
  answer(text: string): void
  /** Everything in the bucket, unpacked. */
  contents(): string
}

/** S3's answers, over the same store that the local cloud has. */
const s3Over = (calls: () => CallPath, store: ObjectStore): S3Client => {
  const buckets = { has: (name: string) => name === bucket, store }
  const handle = async (request: HttpRequest) => {
    const query = new URLSearchParams(request.query as Record<string, string>).toString()
    const { method, headers } = request
    const incoming = { method, headers, url: `${request.path}?${query}` } as unknown as IncomingMessage
    const body = Buffer.from((request.body as string | Uint8Array | undefined) ?? '')
    const call = readObjectCall(incoming, body)
    if (!call) throw new Error(`no call to S3: ${method} ${request.path}`)
    const reply = await calls().make({
      service: 's3',
      operation: call.operation,
      callId: headers['amz-sdk-invocation-id'],
      limitMs,
      input: call.input,
      answer: () => answered(() => callObjects(buckets, call, incoming, body)),
      refusal: () => ({ status: 503, body: '' }),
    })
    return { response: { statusCode: reply.status, headers: { ...reply.headers }, body: Readable.from([reply.body]) } }
  }
  const requestHandler = { handle, metadata: { handlerProtocol: 'http/1.1' }, destroy: () => undefined }
  return new S3Client({
    ...usual,
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { ...requestHandler, updateHttpClientConfig: () => undefined, httpHandlerConfigs: () => ({}) },
  })
}

/** What is not there is an answer, too. */
const answered = (ask: () => ReturnType<typeof callObjects>) => {
  try {
    const { status, headers, body } = ask()
    return { status, headers, body: body?.toString('utf8') ?? '' }
  } catch (error) {
    if (!(error instanceof ObjectError)) throw error
    const { status, code, message } = error
    return { status, headers: {}, body: `<Error><Code>${code}</Code><Message>${message}</Message></Error>` }
  }
}

/** The bucket of the exports, and DynamoDB, which writes into it when it is let. */
export const simulatedExports = (calls: () => CallPath, table: SimulatedTable): SimulatedExports => {
  const store = sqliteObjectStore()
  const held: StoredObject[] = []
  const holding = { ...store, put: (_: string, object: StoredObject) => void held.push(object) }
  const scan: TableCall = async () => ({
    ok: true,
    body: { Items: JSON.parse(JSON.stringify([...table.everything()])) },
  })
  const exports = tableExports(scan, { has: () => true, store: holding }, () => Date.now())
  const begin = async (day: string): Promise<void> => {
    await exports.start({ TableArn: tableArn, S3Bucket: bucket, S3Prefix: `exports/${day}`, ClientToken: day })
  }
  const files = s3ExportFiles(s3Over(calls, store), bucket)
  const keep = (key: string, bytes: Buffer) =>
    store.put(bucket, { key, bytes, contentType: 'text/plain', storedAtMs: Date.now() })
  const unpacked = (key: string): string => {
    const bytes = store.find(bucket, key)?.bytes ?? Buffer.alloc(0)
    return (key.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  }
  return {
    files,
    begin,
    tick: async (hour) => {
      await keepExports({ files, exports: { start: begin }, log: () => undefined }, { hour }, Date.now())
    },
    letGo: () => {
      for (const { key, bytes } of held.splice(0)) keep(key, bytes)
    },
    answer: (text) => keep('results/answer.csv', Buffer.from(text)),
    contents: () =>
      store
        .list(bucket, '', '', 1_000)
        .map(({ key }) => `${key} ${unpacked(key)}`)
        .join('\n'),
  }
}
