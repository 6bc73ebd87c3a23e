import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { attachmentKey } from '#shared/attachment/attachment-store.ts'
import { s3AttachmentLinks } from '#shared/attachment/s3-attachment-links.ts'
import { linkSettings, s3Client } from '#shared/attachment/s3-client.ts'

const now = Date.parse('2026-11-23T10:00:00.750Z')
const name = 'baton-files-1x2y3z'
const key = attachmentKey({ threadId: 'a'.repeat(24), messageId: 'in_1', index: 0 })
const servedAs = {
  contentType: 'image/png',
  disposition: `attachment; filename="a (1)_.png"; filename*=UTF-8''a%20%281%29%C3%BC%21.png`,
}
const credentials = { accessKeyId: 'AKIA', secretAccessKey: 's3cr3t/+', sessionToken: 'to/ken+=' }

const linksIn = (region: string) =>
  s3AttachmentLinks({ name, client: s3Client({ ...linkSettings, region, credentials }) })

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a link', () => {
  test.each([
    ['us-east-1', 'https://baton-files-1x2y3z.s3.us-east-1.amazonaws.com'],
    ['us-gov-west-1', 'https://baton-files-1x2y3z.s3.us-gov-west-1.amazonaws.com'],
    ['cn-north-1', 'https://baton-files-1x2y3z.s3.cn-north-1.amazonaws.com.cn'],
  ])('in %s is at the bucket’s own address and says what the file is saved as', async (region, origin) => {
    const url = new URL((await linksIn(region).make(key, servedAs)).url)

    expect(url.origin).toBe(origin)
    expect(url.pathname).toBe(`/${key}`)
    expect(url.searchParams.get('response-content-type')).toBe(servedAs.contentType)
    expect(url.searchParams.get('response-content-disposition')).toBe(servedAs.disposition)
    expect([...url.searchParams.keys()].filter((name) => /checksum/i.test(name))).toEqual([])
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
