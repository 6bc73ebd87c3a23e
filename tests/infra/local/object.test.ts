import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCallCounter } from '#infra/local/gateway/call-counter.ts'
import { type Gateway, startGateway } from '#infra/local/gateway/gateway.ts'
import { createSecrets } from '#infra/local/gateway/secrets.ts'
import { locksOf } from '#infra/local/iam/key-access.ts'
import { createRole } from '#infra/local/iam/role.ts'
import { type Buckets, createBuckets } from '#infra/local/object/buckets.ts'
import { createQueues } from '#infra/local/queue/queues.ts'
import { openKeep } from '#infra/local/stack/keep.ts'
import { readTemplate } from '#infra/local/stack/template.ts'
import { attachmentKey } from '#shared/attachment/attachment-store.ts'
import { s3AttachmentLinks } from '#shared/attachment/s3-attachment-links.ts'

const region = 'us-east-1'
const Bucket = 'Files'
const Key = 'a1/ü & <b>'
const bytes = Buffer.from([0, 255, 137, 80, 78, 71, 13, 10])
const keyArn = 'arn:aws:kms:us-east-1:000000000000:key/Lock'
const sse = [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: keyArn } }]
const template = {
  Resources: {
    Files: { Type: 'AWS::S3::Bucket' },
    Locked: {
      Type: 'AWS::S3::Bucket',
      Properties: { BucketEncryption: { ServerSideEncryptionConfiguration: sse } },
    },
  },
}
const allow = (Action: string | string[], Resource: string) => ({ Effect: 'Allow', Action, Resource })
const roles = {
  READER: [allow('s3:GetObject', 'arn:aws:s3:::*/*')],
  LISTER: [allow('s3:GetObject', 'arn:aws:s3:::Files/*'), allow('s3:ListBucket', 'arn:aws:s3:::Files')],
  KEYED: [allow(['s3:PutObject', 's3:GetObject'], 'arn:aws:s3:::Locked/*'), allow('kms:GenerateDataKey', keyArn)],
}

const counter = createCallCounter()
let gateway: Gateway
let buckets: Buckets | undefined

const open = async (folder?: string) => {
  gateway = await startGateway(counter)
  const place = { region, account: '000000000000', stackName: 'S', gatewayUrl: gateway.url, frontUrl: '' }
  const stack = readTemplate(template, place)
  buckets = await createBuckets(stack, folder)
  const callers = Object.entries(roles).map(([name, statements]) => ({
    name,
    accessKeyId: `LOCAL${name}`,
    role: createRole(name, statements),
  }))
  gateway.serve({
    place,
    callers: [...callers, { name: 'operator', accessKeyId: 'LOCALOPERATOR', role: undefined }],
    resources: { keys: new Map(), locks: locksOf(stack) },
    queues: await createQueues(stack),
    secrets: createSecrets(stack, openKeep(undefined)),
    buckets,
    tableUrl: '',
    model: '',
  })
}
const close = async () => {
  buckets?.store.close()
  await gateway.close()
}
beforeEach(() => open())
afterEach(close)

const as = (name: string) =>
  new S3Client({
    endpoint: gateway.url,
    region,
    credentials: { accessKeyId: `LOCAL${name}`, secretAccessKey: 'local', sessionToken: 'local' },
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler(),
  })
const owner = () => as('OPERATOR')
const put = (key = Key, Body = bytes) =>
  owner().send(new PutObjectCommand({ Bucket, Key: key, Body, ContentType: 'image/png' }))
const nameOf = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    ({ name }: Error) => name,
  )
const linkOf = (name: string, expiresIn = 60, signingDate = new Date()) =>
  getSignedUrl(as(name), new GetObjectCommand({ Bucket, Key, ResponseContentType: 'text/plain' }), {
    expiresIn,
    signingDate,
  })

describe('a local bucket', () => {
  it('gives back what was put into it, byte for byte, under any key', async () => {
    await put()

    const got = await owner().send(new GetObjectCommand({ Bucket, Key }))
    const head = await owner().send(new HeadObjectCommand({ Bucket, Key }))

    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? [])).toEqual(bytes)
    expect(head).toMatchObject({ ContentType: 'image/png', ContentLength: bytes.length })
  })

  it('lists by prefix in order, page by page, and deletes several at once', async () => {
    for (const key of ['b/3', 'b/1', 'b/2', 'c/1', 'b&/<1>']) await put(key)

    const first = await owner().send(new ListObjectsV2Command({ Bucket, Prefix: 'b/', MaxKeys: 2 }))
    const rest = await owner().send(
      new ListObjectsV2Command({ Bucket, Prefix: 'b/', ContinuationToken: first.NextContinuationToken }),
    )
    await owner().send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects: ['b/1', 'b&/<1>'].map((one) => ({ Key: one })) } }),
    )
    const left = await owner().send(new ListObjectsV2Command({ Bucket }))

    expect([first, rest].map(({ Contents }) => Contents?.map((one) => one.Key))).toEqual([['b/1', 'b/2'], ['b/3']])
    expect([first.IsTruncated, rest.IsTruncated]).toEqual([true, false])
    expect(left.Contents?.map((one) => one.Key)).toEqual(['b/2', 'b/3', 'c/1'])
  })

  it('is put only once where the sender asks for that, and takes no other bytes than were meant', async () => {
    const once = () => owner().send(new PutObjectCommand({ Bucket, Key, Body: bytes, IfNoneMatch: '*' }))
    const bent = () => owner().send(new PutObjectCommand({ Bucket, Key: 'x', Body: bytes, ChecksumCRC32: 'AAAAAA==' }))

    expect([await nameOf(once()), await nameOf(once())]).toEqual(['allowed', 'PreconditionFailed'])
    expect(await nameOf(bent())).toBe('BadDigest')
  })

  it('is one of the template’s', async () => {
    expect(await nameOf(owner().send(new PutObjectCommand({ Bucket: 'Other', Key, Body: bytes })))).toBe('NoSuchBucket')
  })

  it('keeps what it holds where the cloud keeps its state', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'objects-'))
    await close()
    await open(folder)
    await put()
    await close()

    await open(folder)

    const kept = await owner().send(new GetObjectCommand({ Bucket, Key }))
    expect(Buffer.from((await kept.Body?.transformToByteArray()) ?? [])).toEqual(bytes)
    rmSync(folder, { recursive: true })
  })
})

describe('a role at a bucket', () => {
  it('may do what it names, on the objects that it names', async () => {
    await put()
    const get = (name: string, key = Key) => nameOf(as(name).send(new GetObjectCommand({ Bucket, Key: key })))

    expect(await get('READER')).toBe('allowed')
    expect(await nameOf(as('READER').send(new PutObjectCommand({ Bucket, Key, Body: bytes })))).toBe('AccessDenied')
    expect(await nameOf(as('READER').send(new ListObjectsV2Command({ Bucket })))).toBe('AccessDenied')
    expect(await get('STRANGER')).toBe('InvalidAccessKeyId')
  })

  it('learns that something is missing only where it may list', async () => {
    const get = (name: string) => nameOf(as(name).send(new GetObjectCommand({ Bucket, Key: 'missing' })))

    expect([await get('LISTER'), await get('READER')]).toEqual(['NoSuchKey', 'AccessDenied'])
  })

  it('needs the key’s leave as well where the bucket lies under one', async () => {
    const locked = { Bucket: 'Locked', Key }
    const stored = await nameOf(as('KEYED').send(new PutObjectCommand({ ...locked, Body: bytes })))

    expect(stored).toBe('allowed')
    expect(await nameOf(as('KEYED').send(new GetObjectCommand(locked)))).toBe('AccessDenied')
  })
})

describe('a link', () => {
  const follow = async (url: string, init?: RequestInit) => {
    const response = await fetch(url, init)
    const body = Buffer.from(await response.arrayBuffer())
    return { status: response.status, type: response.headers.get('content-type'), body }
  }
  const codeOf = async (url: string, init?: RequestInit) => {
    const { status, body } = await follow(url, init)
    return [status, /<Code>(\w+)<\/Code>/.exec(body.toString())?.[1]]
  }

  it('opens what its signer may read, headed as it says, and is counted apart', async () => {
    await put()
    counter.reset()

    const opened = await follow(await linkOf('READER'))

    expect(opened).toEqual({ status: 200, type: 'text/plain', body: bytes })
    expect(counter.all()).toEqual([
      { caller: 'link of READER', service: 's3', operation: 'GetObject', count: 1, denied: 0 },
    ])
  })

  it('opens when the agents’ door has made it', async () => {
    const key = attachmentKey({ threadId: 'a'.repeat(24), messageId: 'in_1', index: 0 })
    await put(key)
    const links = s3AttachmentLinks({ name: Bucket, client: as('READER') })

    const { url } = await links.make(key, {
      contentType: 'application/octet-stream',
      disposition: `attachment; filename="a'(b)!*.png"`,
    })

    const response = await fetch(url)
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="a'(b)!*.png"`)
  })

  it('opens nothing that its signer may not read', async () => {
    await put()

    expect(await codeOf(await linkOf('KEYED'))).toEqual([403, 'AccessDenied'])
    expect(await codeOf(await linkOf('STRANGER'))).toEqual([403, 'InvalidAccessKeyId'])
  })

  it('ends with its time, and does not begin before it', async () => {
    await put()
    const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000)

    expect(await codeOf(await linkOf('READER', 300, ago(290)))).toEqual([200, undefined])
    expect(await codeOf(await linkOf('READER', 300, ago(302)))).toEqual([403, 'AccessDenied'])
    expect(await codeOf(await linkOf('READER', 300, ago(-3_600)))).toEqual([403, 'AccessDenied'])
  })

  it('is what was signed: nothing of it can be changed', async () => {
    await put()
    await put('other')
    const link = await linkOf('READER')
    const changed = [
      link.replace(/X-Amz-Expires=\d+/, 'X-Amz-Expires=3600'),
      link.replace('text%2Fplain', 'text%2Fhtml'),
      link.replace(/\/Files\/[^?]*/, '/Files/other'),
      link.replace(/X-Amz-Signature=./, 'X-Amz-Signature=g'),
    ]

    for (const url of changed) expect(await codeOf(url)).toEqual([403, 'SignatureDoesNotMatch'])
    expect(await codeOf(link, { method: 'DELETE' })).toEqual([403, 'SignatureDoesNotMatch'])
    expect((await follow(link)).status).toBe(200)
  })
})
