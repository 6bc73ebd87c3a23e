import { CreateBucketCommand, HeadBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { alreadyGone } from '#infra/deploy/removal/ports.ts'
import { s3BucketRemover } from '#infra/deploy/removal/s3-bucket-remover.ts'
import { fauxqsServer } from '#tests/support/fauxqs-server.ts'
import type { QueueServer } from '#tests/support/queue-server.ts'
import { signedInAt } from '../support/run-command.ts'

let server: QueueServer
let client: S3Client
beforeAll(async () => {
  server = await fauxqsServer()
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  client = new S3Client({ endpoint: server.url, region: 'us-east-1', forcePathStyle: true, credentials })
})
afterAll(async () => {
  client.destroy()
  await server.close()
})
beforeEach(() => {
  for (const [name, value] of Object.entries(signedInAt(server.url))) vi.stubEnv(name, value)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

const bucketWith = async (Bucket: string, files: number) => {
  await client.send(new CreateBucketCommand({ Bucket }))
  for (let n = 0; n < files; n += 1) await client.send(new PutObjectCommand({ Bucket, Key: `t/${n}`, Body: 'x' }))
}
const remove = (physicalId: string) =>
  s3BucketRemover('us-east-1')({ kind: 'bucket', logicalId: 'B', type: 'AWS::S3::Bucket', physicalId })
const isThere = (Bucket: string) =>
  client.send(new HeadBucketCommand({ Bucket })).then(
    () => true,
    () => false,
  )

test('a bucket goes with everything that is in it, and no other goes with it', async () => {
  await bucketWith('files', 3)
  await bucketWith('others', 1)

  expect(await remove('files')).toBe('deleted, with 3 files')
  expect([await isThere('files'), await isThere('others')]).toEqual([false, true])
})

test('one of more files than an answer lists is emptied as well', async () => {
  await client.send(new CreateBucketCommand({ Bucket: 'many' }))
  const puts = Array.from(
    { length: 1_003 },
    (_, n) => new PutObjectCommand({ Bucket: 'many', Key: `t/${n}`, Body: 'x' }),
  )
  while (puts.length > 0) await Promise.all(puts.splice(0, 20).map((put) => client.send(put)))

  expect(await remove('many')).toBe('deleted, with 1003 files')
})

test('an empty one goes, and one that is gone already is as good as deleted', async () => {
  await bucketWith('empty', 0)

  expect(await remove('empty')).toBe('deleted; it was empty')
  expect(await remove('empty')).toBe(alreadyGone)
})

test('what comes in while it is being emptied is deleted in another round', async () => {
  await bucketWith('busy', 1)
  const send = S3Client.prototype.send
  let late = 2
  const spied = vi.spyOn(S3Client.prototype, 'send').mockImplementation(async function (
    this: S3Client,
    command: never,
  ) {
    if ((command as object).constructor.name === 'DeleteBucketCommand' && late > 0) {
      late -= 1
      await Reflect.apply(send, this, [new PutObjectCommand({ Bucket: 'busy', Key: `log-${late}`, Body: 'x' })])
    }
    return Reflect.apply(send, this, [command])
  } as never)

  const said = await remove('busy').finally(() => spied.mockRestore())

  expect(said).toBe('deleted, with 3 files')
})
