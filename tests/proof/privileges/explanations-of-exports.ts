import type { Explanation } from './explanations.ts'

const bucket = ':ExportBucketTables\\w*'

const within = (role: RegExp, action: string, place: string, because: string): Explanation => ({
  role,
  action,
  resource: new RegExp(`${bucket}/${place}/\\*$`),
  because: `a wildcard, within the bucket of the exports: ${because}`,
})

const written = 'each export is a folder of its own, which DynamoDB writes under this role'
const removed = 'whatever is replaced, or may hold somebody who was erased, is deleted'

/** Only where the table is exported. */
export const explanationsOfExports: readonly Explanation[] = [
  ...['s3:PutObject', 's3:PutObjectAcl', 's3:AbortMultipartUpload'].map((action) =>
    within(/^ExportTableRole$/, action, 'exports', written),
  ),
  within(/^ExportTableRole$/, 's3:GetObject', 'exports', 'the summary of each is read'),
  ...['s3:GetObject', 's3:PutObject'].map((action) =>
    within(/^ExportTableRole$/, action, 'table', 'what Athena reads is named there'),
  ),
  {
    role: /^ExportTableRole$/,
    action: 'sqs:SendMessage',
    resource: /:DeadLetters/,
    because: 'taken by Lambda when a look at the exports has failed for the last time; Lambda asks for it beforehand',
  },
  {
    role: /^ClocksEachQuarterRole$/,
    action: 'sqs:SendMessage',
    resource: /:DeadLetters/,
    because: 'taken by EventBridge Scheduler when the export could not even be called; checked at the start',
  },
  ...['kms:Decrypt', 'kms:GenerateDataKey'].map((action) => ({
    role: /^ClocksEachQuarterRole$/,
    action,
    resource: /:key\/EncryptionKey/,
    because: 'goes with the right to send to the dead letters, where they lie under a key of their own',
  })),
  ...['exports', 'table', 'results'].map((place) =>
    within(/^(ExportTable|AgentApi|Sweep)Role$/, 's3:DeleteObject', place, removed),
  ),
]
