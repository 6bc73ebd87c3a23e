import { randomUUID } from 'node:crypto'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { s3ReportFiles } from '#shared/report/s3-report-files.ts'
import { fauxqsServer } from '#tests/support/fauxqs-server.ts'
import type { QueueServer } from '#tests/support/queue-server.ts'

const forms = ['html', 'json', 'csv'] as const
const thread = 'a'.repeat(24)
let server: QueueServer

beforeAll(async () => {
  server = await fauxqsServer()
})
afterAll(() => server.close())

const fresh = async () => {
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
  const client = new S3Client({ endpoint: server.url, region: 'us-east-1', forcePathStyle: true, credentials })
  const bucket = `reports-${randomUUID()}`
  await client.send(new CreateBucketCommand({ Bucket: bucket }))
  const files = s3ReportFiles(client, bucket)
  const write = async (week: string, json: string) => {
    for (const form of forms) await files.write(week, form, form === 'json' ? json : `${form} of ${week}`)
  }
  const there = (week: string) => Promise.all(forms.map((form) => files.read(week, form)))
  return { files, write, there }
}

test('a report is read as it was written last, and a week that was not is missing', async () => {
  const { files, write, there } = await fresh()
  await write('2026-W46', '{}')
  await write('2026-W46', '{"größe":1}')

  expect(await there('2026-W46')).toEqual(['html of 2026-W46', '{"größe":1}', 'csv of 2026-W46'])
  expect(await files.read('2026-W45', 'html')).toBeUndefined()
})

test('whoever is forgotten takes along the reports that quote them, and no other', async () => {
  const { files, write, there } = await fresh()
  const weeks = Array.from({ length: 12 }, (_, at) => `2026-W${at + 10}`)
  for (const week of weeks) await write(week, week === '2026-W15' ? `{"handoffId":"${thread}.1.1"}` : '{}')

  await files.forget([thread, 'b'.repeat(24)])

  expect(await there('2026-W15')).toEqual([undefined, undefined, undefined])
  expect(await there('2026-W14')).toEqual(['html of 2026-W14', '{}', 'csv of 2026-W14'])
})

test('nobody forgotten, nothing gone; forgotten twice, nothing more', async () => {
  const { files, write, there } = await fresh()
  await write('2026-W15', `{"handoffId":"${thread}.1.1"}`)

  await files.forget([])
  expect(await there('2026-W15')).not.toContain(undefined)

  await files.forget([thread])
  await files.forget([thread])
  expect(await there('2026-W15')).toEqual([undefined, undefined, undefined])
})
