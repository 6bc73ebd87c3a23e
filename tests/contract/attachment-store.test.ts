import { CreateBucketCommand, GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AttachmentStore, attachmentKey, threadPrefix } from '#shared/attachment/attachment-store.ts'
import { s3AttachmentStore } from '#shared/attachment/s3-attachment-store.ts'
import { fauxqsServer } from '#tests/support/fauxqs-server.ts'
import { type KeptFile, memoryAttachments } from '#tests/support/memory-attachments.ts'
import type { QueueServer } from '#tests/support/queue-server.ts'

const threadId = 'a'.repeat(24)
const keyOf = (index: number, thread = threadId) => attachmentKey({ threadId: thread, messageId: 'in_1', index })
const bytes = (...values: readonly number[]) => Uint8Array.from(values)

interface Looked {
  readonly store: AttachmentStore
  /** What lies there, for whoever looks at it; undefined where nothing does. */
  readonly read: (key: string) => Promise<Uint8Array | undefined>
}

const suite = (fresh: () => Promise<Looked>) => {
  test.each([0, 1, 70_000])('a file of %i bytes is read as it was put', async (size) => {
    const { store, read } = await fresh()
    const file = Uint8Array.from({ length: size }, (_, at) => at % 256)

    await store.put(keyOf(0), file, 'application/octet-stream')

    expect(Buffer.from((await read(keyOf(0))) ?? 'absent').equals(file)).toBe(true)
  })

  test('what was not put is not there', async () => {
    const { store, read } = await fresh()
    await store.put(keyOf(0), bytes(1), 'image/png')

    expect(await read(keyOf(1))).toBeUndefined()
  })

  test('put twice is kept once, as it was put last', async () => {
    const { store, read } = await fresh()
    await store.put(keyOf(0), bytes(1), 'image/png')
    await store.put(keyOf(0), bytes(2), 'image/png')

    expect(await read(keyOf(0))).toEqual(bytes(2))
  })

  test('erasing a thread takes all of its files and nobody else’s, and may be repeated', async () => {
    const { store, read } = await fresh()
    const other = keyOf(0, 'b'.repeat(24))
    for (const key of [keyOf(0), keyOf(1), other]) await store.put(key, bytes(1), 'image/png')

    for (let times = 0; times < 2; times += 1) await store.erase(threadPrefix(threadId))

    expect(await read(keyOf(0))).toBeUndefined()
    expect(await read(keyOf(1))).toBeUndefined()
    expect(await read(other)).toEqual(bytes(1))
  })
}

describe('in memory', () =>
  suite(async () => {
    const files = new Map<string, KeptFile>()
    return { store: memoryAttachments(files), read: async (key) => files.get(key)?.bytes }
  }))

describe('on S3', () => {
  let server: QueueServer
  let client: S3Client
  let buckets = 0
  beforeAll(async () => {
    server = await fauxqsServer()
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
    client = new S3Client({ endpoint: server.url, region: 'us-east-1', forcePathStyle: true, credentials })
  })
  afterAll(async () => {
    client.destroy()
    await server.close()
  })

  suite(async () => {
    buckets += 1
    const name = `files-${buckets}`
    await client.send(new CreateBucketCommand({ Bucket: name }))
    const read = async (Key: string) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: name, Key }))
        return await Body?.transformToByteArray()
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined
        throw error
      }
    }
    return { store: s3AttachmentStore({ client, name }), read }
  })
})
