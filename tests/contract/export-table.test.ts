import { randomUUID } from 'node:crypto'
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import type { Context } from 'aws-lambda'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openExportTable } from '#functions/operator/open-export-table.ts'
import { s3ExportFiles } from '#shared/export/s3-export-files.ts'
import { systemPorts } from '#shared/lambda/system-ports.ts'
import type { LogEvent } from '#shared/log/log.ts'
import { playedExports } from '#tests/support/export/played-exports.ts'
import { fauxqsServer } from '#tests/support/fauxqs-server.ts'
import type { QueueServer } from '#tests/support/queue-server.ts'

// The door with the real clients of both services, over HTTP. Its bucket tells the time of this machine.
const hour = 3_600_000
const minute = 60_000
const tableArn = 'arn:aws:dynamodb:us-east-1:123456789012:table/State'
const ends: (() => Promise<unknown>)[] = []
let server: QueueServer

beforeAll(async () => {
  server = await fauxqsServer()
})
afterAll(async () => {
  for (const end of ends) await end()
  await server.close()
})

const open = async (keyArn?: string) => {
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
  const s3 = new S3Client({ endpoint: server.url, region: 'us-east-1', forcePathStyle: true, credentials })
  const bucket = `exports-${randomUUID()}`
  await s3.send(new CreateBucketCommand({ Bucket: bucket }))
  const exports = await playedExports(s3)
  ends.push(exports.close)
  const logged: LogEvent[] = []
  let now = Date.now()
  const dueHour = new Date(now).getUTCHours()
  const handler = openExportTable({
    config: { export: { hour: dueHour } },
    dynamo: exports.client,
    openFiles: async () => s3ExportFiles(s3, bucket),
    exported: { tableArn, bucket, keyArn },
    system: { ...systemPorts, clock: () => now },
    log: (event) => logged.push(event),
    published: { after: () => undefined },
  })
  return {
    exports,
    logged,
    files: s3ExportFiles(s3, bucket),
    tick: () => handler({}, {} as Context),
    /** Not so far that it would be due again. */
    pass: (ms: number) => {
      now += ms
    },
    now: () => now,
    put: (Key: string) => s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: 'Ada' })),
    keys: async () =>
      ((await s3.send(new ListObjectsV2Command({ Bucket: bucket }))).Contents ?? []).map(({ Key }) => Key),
    shown: async () => {
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: 'table/files.txt' }))
        return (await Body?.transformToString())?.match(/AWSDynamoDB\/[^/]+/)?.[0]?.replace('AWSDynamoDB/', '')
      } catch {
        return undefined
      }
    },
  }
}

test('at its hour the whole table is exported, once a day', async () => {
  const { exports, tick, now } = await open()
  await tick()
  await tick()

  const day = new Date(now()).toISOString().slice(0, 10)
  expect(exports.begun).toHaveLength(1)
  expect(exports.asked[0]).toMatchObject({
    TableArn: tableArn,
    S3Prefix: `exports/${day}`,
    ExportFormat: 'DYNAMODB_JSON',
    ExportType: 'FULL_EXPORT',
    ClientToken: day,
    S3SseAlgorithm: 'AES256',
  })
  expect(exports.asked[0]).not.toHaveProperty('S3SseKmsKeyId')
})

test('with a key of its own the export is locked by it', async () => {
  const { exports, tick } = await open('arn:aws:kms:us-east-1:123456789012:key/k')
  await tick()

  expect(exports.asked[0]).toMatchObject({
    S3SseAlgorithm: 'KMS',
    S3SseKmsKeyId: 'arn:aws:kms:us-east-1:123456789012:key/k',
  })
})

test('it is read once it is whole, and the one before goes', async () => {
  const { exports, tick, pass, now, shown, keys } = await open()
  await tick()
  expect(await shown()).toBeUndefined()

  await exports.write(0, { exportTime: now(), lines: ['{"Item":{}}\n'] })
  pass(hour)
  expect(await tick()).toMatchObject({ started: false })
  expect(await shown()).toBe(exports.begun[0])

  pass(23 * hour)
  expect(await tick()).toMatchObject({ started: true, removed: 0 })
  expect(await shown()).toBe(exports.begun[0])

  await exports.write(1, { exportTime: now(), lines: ['{"Item":{}}\n'] })
  pass(hour)
  expect(await tick()).toMatchObject({ removed: 1 })
  expect(await shown()).toBe(exports.begun[1])
  expect((await keys()).filter((key) => key?.includes(exports.begun[0] ?? ''))).toEqual([])
})

test('two at once: the newest picture is read, whichever is whole first', async () => {
  const { exports, tick, pass, now, shown } = await open()
  await tick()
  pass(24 * hour)
  await tick()
  expect(exports.begun).toHaveLength(2)

  await exports.write(1, { exportTime: now(), lines: [] })
  pass(hour)
  await tick()
  await exports.write(0, { exportTime: now() - 25 * hour, lines: [] })
  await tick()

  expect(await shown()).toBe(exports.begun[1])
})

test('an export that was under way when somebody was erased is never read, and goes', async () => {
  const { exports, tick, pass, now, shown, keys, files, put } = await open()
  await tick()
  const before = now()
  await files.forget()

  await put('results/late.csv')
  await exports.write(0, { exportTime: before - minute, lines: ['{"Item":{"text":{"S":"Ada"}}}\n'] })
  pass(hour)
  await tick()

  expect(await shown()).toBeUndefined()
  expect(await keys()).toEqual(['erased'])

  pass(23 * hour)
  await tick()
  await exports.write(1, { exportTime: now(), lines: ['{"Item":{}}\n'] })
  await tick()
  expect(await shown()).toBe(exports.begun[1])
})

test.each(['LimitExceededException', 'PointInTimeRecoveryUnavailableException'])(
  'where DynamoDB refuses with %s the door fails, and what was read is read still',
  async (code) => {
    const { exports, tick, pass, now, shown } = await open()
    await tick()
    await exports.write(0, { exportTime: now(), lines: [] })
    pass(24 * hour)
    exports.refuse(code)

    await expect(tick()).rejects.toMatchObject({ name: code })
    expect(await shown()).toBe(exports.begun[0])

    exports.refuse(undefined)
    await tick()
    expect(exports.begun).toHaveLength(2)
  },
)

test('an export that failed fails the door, with what DynamoDB says of it', async () => {
  const { exports, tick, now } = await open()
  await tick()
  exports.fail(new Date(now()).toISOString().slice(0, 10), 'S3NoSuchBucket')

  await expect(tick()).rejects.toThrow(/the export of \d{4}-\d\d-\d\d failed: S3NoSuchBucket/)
})

test('pieces of an export that never became whole go after two days, and it is told that there is none', async () => {
  const { exports, tick, pass, logged, keys } = await open()
  await tick()
  pass(49.5 * hour)
  await tick()

  expect((await keys()).some((key) => key?.includes(exports.begun[0] ?? '-'))).toBe(false)
  expect(logged.find(({ event }) => event === 'export.late')).toEqual({ event: 'export.late', hours: 49 })
})
