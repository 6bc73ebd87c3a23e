import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { exportFiles } from '#infra/local/export/written-export.ts'

interface Asked {
  readonly TableArn: string
  readonly S3Bucket: string
  readonly S3Prefix: string
  readonly ClientToken: string
  readonly [other: string]: unknown
}

export interface PlayedExports {
  readonly client: DynamoDBClient
  /** Each request, in full. */
  readonly asked: readonly Asked[]
  /** Exports that began, by the id that DynamoDB gave them. */
  readonly begun: readonly string[]
  /** Refuses the next calls with this exception; undefined: none any more. */
  refuse(code: string | undefined): void
  /** The export of that day has failed, for such a reason. */
  fail(day: string, code: string): void
  /** The files of the one that began as number `at`, as a picture of a moment. */
  write(at: number, picture: { readonly exportTime: number; readonly lines: readonly string[] }): Promise<void>
  close(): Promise<unknown>
}

const faults: Readonly<Record<string, string>> = {
  LimitExceededException: 'There is a limit of 300 concurrent exports.',
  PointInTimeRecoveryUnavailableException: 'Point in time recovery is not enabled for table.',
}

/** Exports of DynamoDB's as its documentation has them: begun once for each token, and written into S3 a while later. */
export const playedExports = async (s3: S3Client): Promise<PlayedExports> => {
  const asked: Asked[] = []
  const begun: (Asked & { readonly id: string })[] = []
  const failed = new Map<string, string>()
  let refused: string | undefined

  const put = (Bucket: string, Key: string, Body: Buffer) =>
    s3.send(new PutObjectCommand({ Bucket, Key, Body: Body.length > 0 ? Body : ' ' }))

  const begin = async (request: Asked): Promise<string> => {
    const known = begun.find(({ ClientToken }) => ClientToken === request.ClientToken)
    if (known) return known.id
    const id = `0179000000000${begun.length}-abcdef`
    begun.push({ ...request, id })
    await put(request.S3Bucket, `${request.S3Prefix}/AWSDynamoDB/${id}/_started`, Buffer.alloc(0))
    return id
  }

  const server = createServer(async (incoming, out) => {
    const request: Asked = JSON.parse(await text(incoming))
    asked.push(request)
    const isExport = incoming.headers['x-amz-target'] === 'DynamoDB_20120810.ExportTableToPointInTime'
    const fault = isExport ? refused : 'UnknownOperationException'
    out.setHeader('content-type', 'application/x-amz-json-1.0')
    if (fault !== undefined) {
      out.statusCode = 400
      return out.end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${fault}`, message: faults[fault] }))
    }
    const id = await begin(request)
    const FailureCode = failed.get(request.ClientToken)
    const ExportStatus = FailureCode === undefined ? 'IN_PROGRESS' : 'FAILED'
    const ExportDescription = { ExportArn: `${request.TableArn}/export/${id}`, ExportStatus, FailureCode }
    return out.end(JSON.stringify({ ExportDescription }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    client: new DynamoDBClient({
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      region: 'us-east-1',
      credentials: { accessKeyId: 'played', secretAccessKey: 'played' },
      maxAttempts: 1,
    }),
    asked,
    get begun() {
      return begun.map(({ id }) => id)
    },
    refuse: (code) => {
      refused = code
    },
    fail: (day, code) => {
      failed.set(day, code)
    },
    write: async (at, picture) => {
      const one = begun[at]
      if (!one) throw new Error(`no export began as number ${at}`)
      const { S3Bucket: bucket, S3Prefix: prefix, TableArn: tableArn, id } = one
      for (const [key, body] of exportFiles({ exportId: id, tableArn, bucket, prefix, ...picture }))
        await put(bucket, key, body)
    },
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  }
}
