import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { linkSeconds } from '#shared/attachment/attachment-link.ts'
import { attachmentKey } from '#shared/attachment/attachment-store.ts'
import { s3AttachmentLinks } from '#shared/attachment/s3-attachment-links.ts'

const now = Date.parse('2026-11-23T10:00:00.750Z')
const name = 'baton-files-1x2y3z'
const key = attachmentKey({ threadId: 'a'.repeat(24), messageId: 'in_1', index: 0 })
const servedAs = {
  contentType: 'image/png',
  disposition: `attachment; filename="a (1)_.png"; filename*=UTF-8''a%20%281%29%C3%BC%21.png`,
}
const credentials = { accessKeyId: 'AKIA', secretAccessKey: 's3cr3t/+', sessionToken: 'to/ken+=' }

const linksIn = (region: string, endpoint?: string) =>
  s3AttachmentLinks({ name, endpoint, signing: new SQSClient({ region, credentials }).config })

/** The same link by the whole client, which knows S3's addresses and rules. */
const linkOfClient = (region: string, endpoint?: string) =>
  getSignedUrl(
    new S3Client({
      region,
      credentials,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      ...(endpoint && { endpoint, forcePathStyle: true }),
    }),
    new GetObjectCommand({
      Bucket: name,
      Key: key,
      ResponseContentType: servedAs.contentType,
      ResponseContentDisposition: servedAs.disposition,
    }),
    { expiresIn: linkSeconds },
  )

/** Everything but what the client adds for itself, and the signature over it. */
const partsOf = (link: string) => {
  const { origin, pathname, searchParams } = new URL(link)
  const parts = Object.fromEntries(searchParams)
  delete parts['x-id']
  delete parts['X-Amz-Signature']
  return { origin, pathname, parts }
}

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a link', () => {
  test.each([
    ['us-east-1', undefined],
    ['eu-central-1', undefined],
    ['us-gov-west-1', undefined],
    ['cn-north-1', undefined],
    ['eusc-de-east-1', undefined],
    ['eu-west-1', 'http://127.0.0.1:4566'],
  ])('in %s at %s is the one that the whole client makes', async (region, endpoint) => {
    const { url } = await linksIn(region, endpoint).make(key, servedAs)

    expect(partsOf(url)).toEqual(partsOf(await linkOfClient(region, endpoint)))
  })

  test('is good for five minutes from the second of its signature', async () => {
    const { url, expiresAt } = await linksIn('us-east-1').make(key, servedAs)

    expect(new URL(url).searchParams.get('X-Amz-Date')).toBe('20261123T100000Z')
    expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('300')
    expect(new Date(expiresAt).toISOString()).toBe('2026-11-23T10:05:00.000Z')
  })

  test('is of one file: another has another signature', async () => {
    const { make } = linksIn('us-east-1')
    const other = attachmentKey({ threadId: 'a'.repeat(24), messageId: 'in_1', index: 1 })

    const signatures = [await make(key, servedAs), await make(other, servedAs)].map(({ url }) =>
      new URL(url).searchParams.get('X-Amz-Signature'),
    )

    expect(new Set(signatures).size).toBe(2)
  })
})
