import { PutObjectCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import { clientSettings } from '../cloud/client-settings.ts'
import type { ConsoleFiles } from './upload-console.ts'

export const s3ConsoleFiles = (region: string, Bucket: string, settings: S3ClientConfig = {}): ConsoleFiles => {
  const client = new S3Client({ ...clientSettings(region), ...settings })
  return {
    put: async (Key, Body, { contentType, cacheControl }) => {
      await client.send(
        new PutObjectCommand({ Bucket, Key, Body, ContentType: contentType, CacheControl: cacheControl }),
      )
    },
  }
}
