import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportFiles } from '#infra/local/export/written-export.ts'
import { s3ExportFiles } from '#shared/export/s3-export-files.ts'
import { fauxqsServer } from '#tests/support/fauxqs-server.ts'
import type { QueueServer } from '#tests/support/queue-server.ts'

const exportTime = Date.UTC(2026, 10, 23, 3)
let server: QueueServer

beforeAll(async () => {
  server = await fauxqsServer()
})
afterAll(() => server.close())

const fresh = async () => {
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
  const client = new S3Client({ endpoint: server.url, region: 'us-east-1', forcePathStyle: true, credentials })
  const bucket = `exports-${randomUUID()}`
  await client.send(new CreateBucketCommand({ Bucket: bucket }))
  const put = (Key: string, Body: Buffer | string) => client.send(new PutObjectCommand({ Bucket: bucket, Key, Body }))
  /** As DynamoDB writes it, up to so many files. */
  const write = async (exportId: string, files = 99) => {
    const written = {
      exportId,
      tableArn: 'arn:t',
      bucket,
      prefix: 'exports/2026-11-23',
      exportTime,
      lines: ['{"Item":{}}\n'],
    }
    for (const [key, body] of exportFiles(written).slice(0, files)) await put(key, body)
  }
  const keys = async () =>
    ((await client.send(new ListObjectsV2Command({ Bucket: bucket }))).Contents ?? []).map(({ Key }) => Key)
  return { bucket, files: s3ExportFiles(client, bucket), put, write, keys, client }
}

test('an export is whole once its summary is there, with the data files that it has', async () => {
  const { files, write } = await fresh()
  await write('01-whole')
  await write('02-begun', 3)

  const { exports, erasedAt } = await files.look()

  expect(erasedAt).toBeUndefined()
  const prefix = 'exports/2026-11-23/AWSDynamoDB/01-whole/'
  expect(exports.find((one) => one.prefix === prefix)?.finished).toEqual({
    pictureOf: exportTime,
    items: 1,
    files: ['a', 'b', 'c', 'd'].map((letter) => `${prefix}data/${letter}sdl123dasas.json.gz`),
  })
  expect(exports.find((one) => one.prefix.includes('02-begun'))?.finished).toBeUndefined()
  expect(exports).toHaveLength(2)
})

test.each(['', '{"exportTime":"yesterday","itemCount":1}', '{"itemCount":1}'])(
  'an export whose summary is %j is never whole',
  async (summary) => {
    const { files, put, write } = await fresh()
    await write('01-broken')
    await put('exports/2026-11-23/AWSDynamoDB/01-broken/manifest-summary.json', summary)

    const { exports } = await files.look()

    expect(exports.map(({ finished }) => finished)).toEqual([undefined])
  },
)

test('Athena reads one file that names the files, and it is gone where there are none', async () => {
  const { bucket, files, client, keys } = await fresh()
  const shown = ['exports/d/AWSDynamoDB/01/data/a.json.gz', 'exports/d/AWSDynamoDB/01/data/b.json.gz']
  await files.show(shown)
  await files.show(shown)

  expect(await keys()).toEqual(['table/files.txt'])
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: 'table/files.txt' }))
  expect(await Body?.transformToString()).toBe(shown.map((key) => `s3://${bucket}/${key}\n`).join(''))

  await files.show([])
  await files.show([])
  expect(await keys()).toEqual([])
})

test('an export is removed whole, and no other', async () => {
  const { files, write } = await fresh()
  await write('01-old')
  await write('02-new')

  await files.remove('exports/2026-11-23/AWSDynamoDB/01-old/')

  expect((await files.look()).exports.map(({ prefix }) => prefix)).toEqual(['exports/2026-11-23/AWSDynamoDB/02-new/'])
})

test('whoever is erased takes along every export and every answer, and leaves the time', async () => {
  const { files, put, write, keys } = await fresh()
  const before = Math.floor(Date.now() / 1_000) * 1_000
  await write('01-whole')
  await write('02-begun', 2)
  await files.show(['exports/2026-11-23/AWSDynamoDB/01-whole/data/a.json.gz'])
  await put('results/0a.csv', 'name\nAda')

  expect(await files.forget()).toBe(2)
  expect(await files.forget()).toBe(0)

  expect(await keys()).toEqual(['erased'])
  expect((await files.look()).erasedAt).toBeGreaterThanOrEqual(before)
})

test('more than a page of files is deleted, all of it', async () => {
  const { files, put, keys } = await fresh()
  const all = Array.from({ length: 1_030 }, (_, at) => `exports/d/AWSDynamoDB/01/data/${at}.json.gz`)
  while (all.length > 0) await Promise.all(all.splice(0, 50).map((key) => put(key, 'x')))

  await files.forget()

  expect(await keys()).toEqual(['erased'])
})

test('answers go up to a moment, and later ones stay', async () => {
  const { files, put, keys } = await fresh()
  await put('results/early.csv', 'a')
  await setTimeout(1_100)
  const until = Date.now()
  await setTimeout(1_100)
  await put('results/late.csv', 'b')

  await files.removeResults(until)

  expect(await keys()).toEqual(['results/late.csv'])
})
