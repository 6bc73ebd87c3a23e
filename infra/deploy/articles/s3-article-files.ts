import {
  DeleteObjectsCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3'
import { clientSettings } from '../cloud/client-settings.ts'
import type { ArticleFiles } from './upload-articles.ts'

/** As many as one call deletes. */
const deletedAtOnce = 1_000

export const s3ArticleFiles = (region: string, Bucket: string, settings: S3ClientConfig = {}): ArticleFiles => {
  const client = new S3Client({ ...clientSettings(region), ...settings })
  return {
    list: async (Prefix) => {
      const keys: string[] = []
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix }))
        keys.push(...Contents.flatMap(({ Key }) => Key ?? []))
      return keys
    },
    put: async (Key, Body, ContentType) => {
      await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType }))
    },
    remove: async (keys) => {
      for (let at = 0; at < keys.length; at += deletedAtOnce) {
        const Objects = keys.slice(at, at + deletedAtOnce).map((Key) => ({ Key }))
        const { Errors = [] } = await client.send(
          new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }),
        )
        if (Errors[0])
          throw new Error(`${Errors.length} sections could not be deleted: ${Errors[0].Code ?? 'no reason given'}`)
      }
    },
  }
}
