import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { type ReportFiles, type ReportForm, reportForms, reportPath } from './report-store.ts'

const forms = Object.keys(reportForms) as readonly ReportForm[]
const atOnce = 8

export const s3ReportFiles = (client: S3Client, Bucket: string): ReportFiles => {
  const read = async (Key: string): Promise<string | undefined> => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
      return await Body?.transformToString('utf-8')
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined
      throw error
    }
  }

  /** Weeks are few: a page of the list holds nineteen years of them. */
  const weeks = async (): Promise<readonly string[]> => {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'reports/' }))
    const ids = Contents.flatMap(({ Key }) => /^reports\/([\w-]+)\.\w+$/.exec(Key ?? '')?.[1] ?? [])
    return [...new Set(ids)]
  }

  const forgetWeek = async (week: string, threadIds: readonly string[]): Promise<boolean> => {
    const text = await read(reportPath(week, 'json'))
    // A page without its figures is what an earlier try, or a write that failed, has left.
    if (text !== undefined && !threadIds.some((threadId) => text.includes(threadId))) return false
    const Objects = forms.map((form) => ({ Key: reportPath(week, form) }))
    const { Errors = [] } = await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }))
    if (Errors[0]) throw new Error(`the report of ${week} was not deleted: ${Errors[0].Code}`)
    return text !== undefined
  }

  return {
    write: async (week, form, Body) => {
      const ContentType = reportForms[form]
      await client.send(new PutObjectCommand({ Bucket, Key: reportPath(week, form), Body, ContentType }))
    },

    read: (week, form) => read(reportPath(week, form)),

    forget: async (threadIds) => {
      const left = threadIds.length === 0 ? [] : [...(await weeks())]
      const forgotten: boolean[] = []
      while (left.length > 0)
        forgotten.push(...(await Promise.all(left.splice(0, atOnce).map((week) => forgetWeek(week, threadIds)))))
      return forgotten.filter(Boolean).length
    },
  }
}
