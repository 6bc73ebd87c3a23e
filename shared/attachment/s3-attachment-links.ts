import type { S3ClientResolvedConfig } from '@aws-sdk/client-s3'
import { S3RequestPresigner } from '@aws-sdk/s3-request-presigner'
import { type AttachmentLinks, linkSeconds } from './attachment-link.ts'

/** What any client of the SDK has in its `config`: links are signed with no other client in the bundle. */
export type SigningConfig = Pick<S3ClientResolvedConfig, 'credentials' | 'region' | 'sha256'>

export interface LinkedBucket {
  readonly name: string
  readonly signing: SigningConfig
  /** With the bucket in the path, as the local cloud has it. @default S3's own address of the bucket */
  readonly endpoint?: string | undefined
}

const suffixOf = (region: string): string => {
  if (region.startsWith('cn-')) return 'amazonaws.com.cn'
  return region.startsWith('eusc-') ? 'amazonaws.eu' : 'amazonaws.com'
}

const addressOf = ({ name, endpoint }: LinkedBucket, region: string, key: string): URL =>
  endpoint
    ? new URL(`${endpoint.replace(/\/$/, '')}/${name}/${key}`)
    : new URL(`https://${name}.s3.${region}.${suffixOf(region)}/${key}`)

const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)

const signedAt = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))

/**
 * Signs links by itself, without a call. A link is the signer's own right to read, on loan: it ends with the role's
 * credentials even if these end before it does, and when the right is taken away.
 */
export const s3AttachmentLinks = (bucket: LinkedBucket): AttachmentLinks => {
  const presigner = new S3RequestPresigner(bucket.signing)
  return {
    make: async (key, { contentType, disposition }) => {
      const { protocol, hostname, port, pathname, origin } = addressOf(bucket, await bucket.signing.region(), key)
      const request = {
        method: 'GET',
        protocol,
        hostname,
        ...(port && { port: Number(port) }),
        path: pathname,
        headers: {},
        query: { 'response-content-disposition': disposition, 'response-content-type': contentType },
      }
      const { query = {} } = await presigner.presign(request, { expiresIn: linkSeconds })
      const parts = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(String(value))}`)
      return {
        url: `${origin}${pathname}?${parts.join('&')}`,
        // By the signature's own clock and to its second, since that is what S3 holds the link to.
        expiresAt: signedAt(String(query['X-Amz-Date'])) + linkSeconds * 1_000,
      }
    },
  }
}
