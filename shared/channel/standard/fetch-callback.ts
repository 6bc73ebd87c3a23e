import type { IncomingMessage } from 'node:http'
import { isOnThisMachine } from '../../config/public-address.ts'
import { errorName } from '../../log/error-name.ts'
import { callProvider, type NoAnswer, type ProviderAnswer, sendTimeoutMs } from '../fetch-provider.ts'
import { internet, type Network, publicAddresses, unlessAborted } from '../media/fetch-pinned.ts'

/** An answer that nobody reads may pass up to here, so that its connection can be kept. */
const unreadBytes = 64 * 1024

const letPass = (response: IncomingMessage): void => {
  let bytes = 0
  response
    .on('error', () => undefined)
    .on('data', (chunk: Buffer) => {
      bytes += chunk.byteLength
      if (bytes > unreadBytes) response.destroy()
    })
}

export interface Post {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * Posts to a URL that the company configured. It may be on this machine when it says so; else what its name stands for,
 * which others may change, has to be public at the moment of the connection. Its status says it all.
 */
export const postCallback = async (
  callbackUrl: string,
  post: Post,
  network: Network = internet,
): Promise<ProviderAnswer | NoAnswer> => {
  const url = new URL(callbackUrl)
  if (isOnThisMachine(url)) return callProvider(callbackUrl, { ...post, method: 'POST', readsAnswer: false })
  const signal = AbortSignal.timeout(sendTimeoutMs)
  try {
    const addresses = await unlessAborted(publicAddresses(url, network), signal)
    if (!addresses) return { status: undefined, cause: 'callback is not at a public address' }
    const response = await network.open(url, addresses, { ...post, method: 'POST', keeps: true, signal })
    letPass(response)
    const wait = response.headers['retry-after']
    const headers = new Headers(wait === undefined ? {} : { 'retry-after': wait })
    return { status: response.statusCode ?? 0, headers, json: undefined }
  } catch (cause) {
    return { status: undefined, cause: errorName(cause) }
  }
}
