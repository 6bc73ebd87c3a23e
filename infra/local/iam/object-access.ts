import { asStrings, type JsonObject } from '../json.ts'
import type { AccessRequest } from './statement.ts'

/** Operations that IAM knows by another action than their own name. */
const actions: Readonly<Record<string, string>> = {
  HeadObject: 's3:GetObject',
  DeleteObjects: 's3:DeleteObject',
  ListObjectsV2: 's3:ListBucket',
}

/** A call about objects needs the right to each of them; a list is about the bucket. */
export const objectAccess = (operation: string, { Bucket, Key, Keys }: JsonObject): AccessRequest[] => {
  const action = actions[operation] ?? `s3:${operation}`
  const bucket = `arn:aws:s3:::${String(Bucket)}`
  if (operation === 'ListObjectsV2') return [{ action, resource: bucket }]
  return asStrings(Keys ?? Key).map((key) => ({ action, resource: `${bucket}/${key}` }))
}
