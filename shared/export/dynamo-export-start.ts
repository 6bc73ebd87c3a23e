import { DynamoDBClient, ExportTableToPointInTimeCommand } from '@aws-sdk/client-dynamodb'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { ExportFailedError } from './errors.ts'
import { exportPlaces } from './export-files.ts'
import type { ExportStart } from './keep-exports.ts'

export interface ExportedTable {
  readonly tableArn: string
  readonly bucket: string
  /** The company's own key, which locks the bucket. @default S3's */
  readonly keyArn?: string | undefined
}

/** No documents are read or written by it: half as large as the client that does so. */
export const dynamoExportClient = (): DynamoDBClient =>
  new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 1_000,
      requestTimeout: 10_000,
      throwOnRequestTimeout: true,
    }),
  })

export const dynamoExportStart = (
  client: DynamoDBClient,
  { tableArn, bucket, keyArn }: ExportedTable,
): ExportStart => ({
  start: async (day) => {
    const { ExportDescription } = await client.send(
      new ExportTableToPointInTimeCommand({
        TableArn: tableArn,
        S3Bucket: bucket,
        S3Prefix: `${exportPlaces.exports}${day}`,
        ExportFormat: 'DYNAMODB_JSON',
        ExportType: 'FULL_EXPORT',
        // Good for eight hours: DynamoDB answers a second call with the export that the first one began.
        ClientToken: day,
        ...(keyArn === undefined ? { S3SseAlgorithm: 'AES256' } : { S3SseAlgorithm: 'KMS', S3SseKmsKeyId: keyArn }),
      }),
    )
    if (ExportDescription?.ExportStatus === 'FAILED') throw new ExportFailedError(day, ExportDescription.FailureCode)
  },
})
