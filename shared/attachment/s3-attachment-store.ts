import { DeleteObjectsCommand, ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import type { AttachmentStore } from './attachment-store.ts'

/** A bucket, as the adapters need it. */
export interface AttachmentBucket {
  readonly client: S3Client
  readonly name: string
}

export const s3AttachmentStore = ({ client, name: Bucket }: AttachmentBucket): AttachmentStore => {
  /** One page at a time: what was deleted is not listed again. */
  const eraseSome = async (Prefix: string): Promise<{ readonly erased: number; readonly more: boolean }> => {
    const { Contents = [], IsTruncated } = await client.send(new ListObjectsV2Command({ Bucket, Prefix }))
    if (Contents.length === 0) return { erased: 0, more: false }
    const Objects = Contents.map(({ Key }) => ({ Key }))
    const { Errors = [] } = await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }))
    if (Errors[0]) throw new Error(`${Errors.length} files under ${Prefix} were not deleted: ${Errors[0].Code}`)
    return { erased: Contents.length, more: IsTruncated === true }
  }

  return {
    put: async (Key, Body, ContentType) => {
      await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType }))
    },

    erase: async (prefix) => {
      let all = 0
      for (;;) {
        const { erased, more } = await eraseSome(prefix)
        all += erased
        if (!more) return all
      }
    },
  }
}
