import { SQSClient } from '@aws-sdk/client-sqs'
import { NodeHttpHandler } from '@smithy/node-http-handler'

/** Long polls last up to 20 s, so the request may take a little longer than one. */
export const sqsClient = (): SQSClient =>
  new SQSClient({
    maxAttempts: 3,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 1_000,
      requestTimeout: 24_000,
      throwOnRequestTimeout: true,
    }),
  })

const outsideXml = /[\uFFFE\uFFFF]/g

/** SQS refuses characters outside XML 1.0; JSON.stringify escapes all of them but these two. */
export const queueBody = (body: unknown): string =>
  JSON.stringify(body).replace(outsideXml, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
