import { NodeHttpHandler } from '@smithy/node-http-handler'

/** One try may take this long; a command that checks twenty things must not wait for one. */
const requestTimeoutMs = 8_000

/** Whatever is asked, its retries included, has answered by then or counts as silent. */
export const answerWithinMs = 10_000

/** Every client of these commands: bounded in time, over HTTP/1.1, which proxies and emulators speak. */
export const clientSettings = (region: string) => ({
  region,
  maxAttempts: 2,
  requestHandler: new NodeHttpHandler({
    connectionTimeout: 3_000,
    requestTimeout: requestTimeoutMs,
    throwOnRequestTimeout: true,
  }),
})
