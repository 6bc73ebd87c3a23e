import { GetObjectCommand } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { type AttachmentLinks, linkSeconds } from './attachment-link.ts'
import type { AttachmentBucket } from './s3-attachment-store.ts'

/** `20261123T100000Z` */
const timeOf = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))

/**
 * Signs links by itself, without a call. A link is the signer's own right to read, on loan: it ends with the role's
 * credentials even if these end before it does, and when the right is taken away.
 */
export const s3AttachmentLinks = ({ client, name: Bucket }: AttachmentBucket): AttachmentLinks => ({
  make: async (Key, { contentType: ResponseContentType, disposition: ResponseContentDisposition }) => {
    const file = new GetObjectCommand({ Bucket, Key, ResponseContentType, ResponseContentDisposition })
    const url = await getSignedUrl(client, file, { expiresIn: linkSeconds })
    // By the signature's own clock and to its second, since that is what S3 holds the link to.
    const signedAt = timeOf(new URL(url).searchParams.get('X-Amz-Date') ?? '')
    return { url, expiresAt: signedAt + linkSeconds * 1_000 }
  },
})
