import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import { NodeHttpHandler } from '@smithy/node-http-handler'

/** A file of 20 MiB takes a second or two; whoever waits for it has a time limit of their own. */
export const s3Client = (settings: S3ClientConfig = {}): S3Client =>
  new S3Client({
    maxAttempts: 3,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 1_000,
      requestTimeout: 6_000,
      throwOnRequestTimeout: true,
    }),
    ...settings,
  })

/** For a client that only signs links: it would sign the checksum of a body that a link has not. */
export const linkSettings = {
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
} as const satisfies S3ClientConfig
