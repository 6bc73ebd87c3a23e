import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { type ExportFiles, exportPlaces, type SeenExport } from './export-files.ts'
import { readSummary } from './manifest.ts'
import { type ListedObject, s3Objects } from './s3-objects.ts'

const { exports, table, results, erased } = exportPlaces
const shown = `${table}files.txt`
const prefixOf = ({ key }: ListedObject): string | undefined => /^exports\/[^/]+\/AWSDynamoDB\/[^/]+\//.exec(key)?.[0]
const summaryOf = (prefix: string): string => `${prefix}manifest-summary.json`

export const s3ExportFiles = (client: S3Client, Bucket: string): ExportFiles => {
  const objects = s3Objects(client, Bucket)

  const read = async (Key: string): Promise<string | undefined> => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
      return await Body?.transformToString('utf-8')
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined
      throw error
    }
  }

  const exportOf = async (prefix: string, all: readonly ListedObject[]): Promise<SeenExport> => {
    const seen = { prefix, startedAt: Math.min(...all.map(({ at }) => at)) }
    // DynamoDB writes it last.
    const hasSummary = all.some(({ key }) => key === summaryOf(prefix))
    const summary = hasSummary ? readSummary((await read(summaryOf(prefix))) ?? '') : undefined
    const files = all.map(({ key }) => key).filter((key) => key.startsWith(`${prefix}data/`) && key.endsWith('.gz'))
    return summary ? { ...seen, finished: { ...summary, files } } : seen
  }

  const mark = async (): Promise<number | undefined> =>
    (await objects.list(erased)).find(({ key }) => key === erased)?.at

  return {
    look: async () => {
      const groups = Map.groupBy(await objects.list(exports), prefixOf)
      const found = await Promise.all(
        [...groups].flatMap(([prefix, all]) => (prefix === undefined ? [] : [exportOf(prefix, all)])),
      )
      // Last: whoever was erased after the files were looked at is noticed still.
      const erasedAt = await mark()
      return { exports: found, ...(erasedAt !== undefined && { erasedAt }) }
    },

    show: async (files) => {
      const text = files.map((key) => `s3://${Bucket}/${key}\n`).join('')
      const before = await read(shown)
      if (text === (before ?? '')) return
      if (text === '') await client.send(new DeleteObjectCommand({ Bucket, Key: shown }))
      else await client.send(new PutObjectCommand({ Bucket, Key: shown, Body: text, ContentType: 'text/plain' }))
    },

    remove: (prefix) => objects.removeAll(prefix),

    removeResults: (until) => objects.removeAll(results, ({ at }) => at <= until),

    forget: async () => {
      // First: whatever is written from here on is older than the mark, or has nothing of the erased.
      await client.send(new PutObjectCommand({ Bucket, Key: erased, Body: 'Somebody was.' }))
      const gone = new Set((await objects.list(exports)).flatMap((one) => prefixOf(one) ?? []))
      for (const prefix of [table, exports, results]) await objects.removeAll(prefix)
      return gone.size
    },
  }
}
