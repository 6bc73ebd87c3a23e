import { gzipSync } from 'node:zlib'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { marshallOptions } from '#shared/aws/dynamo-table.ts'

/** Binary values are base64 in DynamoDB's JSON. */
const jsonOf = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value

/** A line of an export, as DynamoDB documents it: the item under `Item`, each attribute with its type. */
export const exportLine = (item: Record<string, AttributeValue>): string =>
  `${JSON.stringify({ Item: item }, jsonOf)}\n`

export const lineOf = (record: Record<string, unknown>): string => exportLine(marshall(record, marshallOptions))

export interface WrittenExport {
  readonly exportId: string
  readonly tableArn: string
  readonly bucket: string
  readonly prefix: string
  readonly exportTime: number
  readonly lines: readonly string[]
}

/** The data files of an export by key: one for each partition, empty ones too. */
const dataFiles = (folder: string, lines: readonly string[]): readonly (readonly [string, Buffer])[] =>
  [0, 1, 2, 3].map((part) => [
    `${folder}data/${'abcd'[part]}sdl123dasas.json.gz`,
    gzipSync(lines.filter((_, at) => at % 3 === part).join('')),
  ])

/** Everything that an export leaves in its bucket, in the order in which it is written: the summary last. */
export const exportFiles = (written: WrittenExport): readonly (readonly [key: string, body: Buffer])[] => {
  const { exportId, prefix, lines, exportTime, tableArn, bucket } = written
  const folder = `${prefix}/AWSDynamoDB/${exportId}/`
  const data = dataFiles(folder, lines)
  const files = data.map(([key]) =>
    JSON.stringify({ itemCount: lines.length, md5Checksum: '', etag: '', dataFileS3Key: key }),
  )
  const summary = {
    version: '2023-08-01',
    exportArn: `${tableArn}/export/${exportId}`,
    startTime: new Date(exportTime).toISOString(),
    endTime: new Date(exportTime + 300_000).toISOString(),
    tableArn,
    tableId: '12345a12-abcd-123a-ab12-1234abc12345',
    exportTime: new Date(exportTime).toISOString(),
    s3Bucket: bucket,
    s3Prefix: prefix,
    s3SseAlgorithm: 'AES256',
    s3SseKmsKeyId: null,
    manifestFilesS3Key: `${folder}manifest-files.json`,
    billedSizeBytes: lines.join('').length,
    itemCount: lines.length,
    outputFormat: 'DYNAMODB_JSON',
    exportType: 'FULL_EXPORT',
  }
  return [
    [`${folder}_started`, Buffer.alloc(0)],
    ...data,
    [`${folder}manifest-files.json`, Buffer.from(files.join('\n'))],
    [`${folder}manifest-files.checksum`, Buffer.from('c2d1')],
    [`${folder}manifest-summary.json`, Buffer.from(JSON.stringify(summary))],
    [`${folder}manifest-summary.checksum`, Buffer.from('a1b2')],
  ]
}
