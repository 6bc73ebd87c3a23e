import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { type ReportFiles, reportForms, reportPath } from './report-store.ts'

export const s3ReportFiles = (client: S3Client, Bucket: string): ReportFiles => ({
  write: async (week, form, Body) => {
    await client.send(
      new PutObjectCommand({ Bucket, Key: reportPath(week, form), Body, ContentType: reportForms[form] }),
    )
  },

  read: async (week, form) => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: reportPath(week, form) }))
      return await Body?.transformToString('utf-8')
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined
      throw error
    }
  },
})
