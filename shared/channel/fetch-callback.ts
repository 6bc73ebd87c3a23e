import { isOnThisMachine } from '../config/public-address.ts'
import { internet, type Network, publicAddresses, unlessAborted } from './fetch-pinned.ts'
import { callProvider, type NoAnswer, type ProviderAnswer } from './fetch-provider.ts'

/** The door itself has 30 s. */
const timeoutMs = 15_000

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
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const addresses = await unlessAborted(publicAddresses(url, network), signal)
    if (!addresses) return { status: undefined, cause: 'callback is not at a public address' }
    const response = await network.open(url, addresses, { ...post, method: 'POST', signal })
    response.destroy()
    const wait = response.headers['retry-after']
    const headers = new Headers(wait === undefined ? {} : { 'retry-after': wait })
    return { status: response.statusCode ?? 0, headers, json: undefined }
  } catch (cause) {
    return { status: undefined, cause: cause instanceof Error ? cause.name : 'unknown' }
  }
}
