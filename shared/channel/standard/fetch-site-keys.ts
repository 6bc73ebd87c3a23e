import { createRemoteJWKSet, customFetch, type FetchImplementation } from 'jose/jwks/remote'
import type { JWTVerifyGetKey } from 'jose/jwt/verify'
import { addressIn, isOnThisMachine } from '../../config/public-address.ts'
import { internet, type Network, publicAddresses, unlessAborted } from '../media/fetch-pinned.ts'

/** The webhook's sender waits for it. */
const timeoutMs = 1_500
/** An issuer that does not answer is not asked with every message. */
const pauseMs = 10_000
/** A key that was withdrawn is believed so long; one that is new is asked for when it is met. */
const lastsMs = 600_000
const limitBytes = 128 * 1024

const refusal = (): Response => new Response(null, { status: 503 })

const fetchPinned =
  (network: Network): FetchImplementation =>
  async (target, { signal }) => {
    const url = new URL(target)
    const resolving = isOnThisMachine(url)
      ? network.resolve(addressIn(url) ?? url.hostname)
      : publicAddresses(url, network)
    const addresses = await unlessAborted(resolving, signal)
    if (!addresses) return refusal()
    const headers = { accept: 'application/json', 'accept-encoding': 'identity' }
    const answer = await network.open(url, addresses, { method: 'GET', headers, signal })
    if (answer.statusCode !== 200) {
      answer.destroy()
      return refusal()
    }
    const chunks: Buffer[] = []
    let bytes = 0
    for await (const chunk of answer) {
      bytes += chunk.byteLength
      // Leaving the loop closes the connection.
      if (bytes > limitBytes) return refusal()
      chunks.push(chunk)
    }
    return new Response(Buffer.concat(chunks))
  }

/** The public keys that the company's site publishes, from a public address alone, whatever a token says of where they are. */
export const fetchSiteKeys = (uri: string, clock: () => number, network: Network = internet): JWTVerifyGetKey => {
  const fetchNow = fetchPinned(network)
  let failedAt = Number.NEGATIVE_INFINITY
  const fetchSeldom: FetchImplementation = async (...call) => {
    if (clock() - failedAt < pauseMs) return refusal()
    try {
      const answer = await fetchNow(...call)
      if (!answer.ok) failedAt = clock()
      return answer
    } catch (cause) {
      failedAt = clock()
      throw cause
    }
  }
  return createRemoteJWKSet(new URL(uri), {
    timeoutDuration: timeoutMs,
    cacheMaxAge: lastsMs,
    [customFetch]: fetchSeldom,
  })
}
