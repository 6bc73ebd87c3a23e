import { join } from 'node:path'
import type { Stack } from '../stack/template.ts'
import type { ObjectStore } from './object-store.ts'

/** The template's buckets, and what is in them. */
export interface Buckets {
  has(bucket: string): boolean
  readonly store: ObjectStore
}

/** `folder` keeps what is in them across restarts. Undefined where the template has none. */
export const createBuckets = async (stack: Stack, folder?: string): Promise<Buckets | undefined> => {
  const names = new Set(
    stack.ofType('AWS::S3::Bucket').map((bucket) => stack.arnOf(bucket).replace('arn:aws:s3:::', '')),
  )
  if (names.size === 0) return undefined
  const { sqliteObjectStore } = await import('./object-store.ts')
  return { has: (bucket) => names.has(bucket), store: sqliteObjectStore(folder && join(folder, 'objects.db')) }
}
