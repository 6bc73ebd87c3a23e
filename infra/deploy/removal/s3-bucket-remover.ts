import { DeleteBucketCommand, DeleteObjectsCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { clientSettings } from '../cloud/client-settings.ts'
import { codeOf } from '../cloud/failure.ts'
import { alreadyGone, type Remover } from './ports.ts'

/** S3 writes its access logs late: what comes in between the last look and the end is deleted in another round. */
const rounds = 5

/** A thousand at a time, as many as one answer lists. Resolves with how many there were. */
const empty = async (client: S3Client, Bucket: string): Promise<number> => {
  let deleted = 0
  for (;;) {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }))
    if (Contents.length === 0) return deleted
    const Objects = Contents.map(({ Key }) => ({ Key }))
    const { Errors = [] } = await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }))
    if (Errors[0])
      throw new Error(`${Errors.length} files could not be deleted: ${Errors[0].Code ?? 'no reason given'}`)
    deleted += Objects.length
  }
}

const removeBucket = async (client: S3Client, Bucket: string): Promise<number> => {
  let deleted = 0
  for (let round = 1; ; round += 1) {
    deleted += await empty(client, Bucket)
    try {
      await client.send(new DeleteBucketCommand({ Bucket }))
      return deleted
    } catch (error) {
      if (codeOf(error) !== 'BucketNotEmpty' || round === rounds) throw error
    }
  }
}

/** S3 deletes no bucket that has something in it, so that goes first. It has no versions that would stay. */
export const s3BucketRemover = (region: string): Remover => {
  const client = new S3Client(clientSettings(region))
  return async ({ physicalId }) => {
    try {
      const files = await removeBucket(client, physicalId)
      return files === 0 ? 'deleted; it was empty' : `deleted, with ${files} files`
    } catch (error) {
      if (codeOf(error) === 'NoSuchBucket') return alreadyGone
      throw error
    }
  }
}
