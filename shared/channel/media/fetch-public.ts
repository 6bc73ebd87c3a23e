import type { IncomingMessage } from 'node:http'
import { allowedUrl, type Reach } from './allowed-url.ts'
import { internet, type Network, publicAddresses, unlessAborted } from './fetch-pinned.ts'
import type { Fetched } from './media.ts'

/** Held in memory while it is read: a picture from a telephone is a few of these, a film is more than anybody needs here. */
export const mediaLimitBytes = 20 * 1024 * 1024
const timeoutMs = 10_000
const mostRedirects = 3

export interface PublicFetch {
  readonly reach: Reach
  /** Such as a token; goes to the first URL's origin alone. */
  readonly headers?: Readonly<Record<string, string>>
  readonly network?: Network
  /** @default 10 s for all of it, redirects included */
  readonly timeoutMs?: number
}

const refused = (cause: string): Fetched => ({ kind: 'refused', cause })
const failed = (cause: string): Fetched => ({ kind: 'failed', cause })

/**
 * Fetches what a URL from outside points to, from listed hosts at public addresses only. Each redirect is judged as the
 * first URL was, and the connection goes to the addresses that were judged. Never throws; no URL is in a cause.
 */
export const fetchPublic = async (url: string, options: PublicFetch): Promise<Fetched> => {
  const signal = AbortSignal.timeout(options.timeoutMs ?? timeoutMs)
  try {
    return await unlessAborted(follow(url, options, signal), signal)
  } catch (error) {
    return failed(nameOf(error))
  }
}

/** Never the message, which may quote the URL. */
const nameOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown'
  // An aborted signal's code is a number.
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

const follow = async (
  first: string,
  { reach, headers = {}, network = internet }: PublicFetch,
  signal: AbortSignal,
): Promise<Fetched> => {
  const origin = URL.parse(first)?.origin
  let next = URL.parse(first) ?? undefined
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const url = next && allowedUrl(next, reach)
    if (!url) return refused(redirects === 0 ? 'not a URL of a listed host' : 'redirected elsewhere')
    const addresses =
      url.origin === reach.ownOrigin ? await network.resolve(url.hostname) : await publicAddresses(url, network)
    if (!addresses) return refused('not at a public address')
    const own = url.origin === origin ? headers : {}
    const call = { method: 'GET', headers: { 'accept-encoding': 'identity', ...own }, signal } as const
    const response = await network.open(url, addresses, call)
    const location = redirectOf(response)
    if (location === undefined) return readMedia(response)
    response.destroy()
    next = URL.parse(location, url.href) ?? undefined
  }
  return refused('redirected too often')
}

const redirectOf = ({ statusCode, headers }: IncomingMessage): string | undefined =>
  [301, 302, 303, 307, 308].includes(statusCode ?? 0) ? (headers.location ?? '') : undefined

const readMedia = async (response: IncomingMessage): Promise<Fetched> => {
  const fault = faultOf(response)
  if (fault) {
    response.destroy()
    return fault
  }
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response) {
    bytes += chunk.byteLength
    // Leaving the loop closes the connection.
    if (bytes > mediaLimitBytes) return refused('too large')
    chunks.push(chunk)
  }
  return { kind: 'fetched', bytes: Buffer.concat(chunks), contentType: contentTypeOf(response) }
}

const faultOf = ({ statusCode = 0, headers }: IncomingMessage): Fetched | undefined => {
  if (statusCode >= 400 && statusCode < 500 && ![408, 425, 429].includes(statusCode))
    return refused(`answered ${statusCode}`)
  if (statusCode !== 200) return failed(`answered ${statusCode}`)
  if (Number(headers['content-length'] ?? 0) > mediaLimitBytes) return refused('too large')
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return refused('packed')
  return undefined
}

/** Without its parameters, in lower case. */
const contentTypeOf = ({ headers }: IncomingMessage): string | undefined =>
  /^\s*([\w.+-]+\/[\w.+-]+)\s*(?:;|$)/.exec(headers['content-type'] ?? '')?.[1]?.toLowerCase()
