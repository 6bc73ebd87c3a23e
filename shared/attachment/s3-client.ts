import { S3Client } from '@aws-sdk/client-s3'
import { NodeHttpHandler } from '@smithy/node-http-handler'

/** A file of 20 MiB takes a second or two; whoever waits for it has a time limit of their own. */
export const s3Client = (): S3Client =>
  new S3Client({
    maxAttempts: 3,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 1_000,
      requestTimeout: 6_000,
      throwOnRequestTimeout: true,
    }),
  })
