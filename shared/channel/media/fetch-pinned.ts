import { lookup } from 'node:dns/promises'
import { type ClientRequestArgs, type IncomingMessage, Agent as PlainAgent, request as requestPlain } from 'node:http'
import { request as requestSecure, Agent as SecureAgent } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { addressIn, isPublicAddress } from '../../config/public-address.ts'

export interface Call {
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal: AbortSignal
  /** The connection is kept for the next call that asks so. Safe to repeat only: one that went stale is replaced. @default false */
  readonly keeps?: boolean
}

/** Names to addresses, and a connection to an address that was judged. */
export interface Network {
  readonly resolve: (host: string) => Promise<readonly string[]>
  readonly open: (url: URL, addresses: readonly string[], call: Call) => Promise<IncomingMessage>
}

/** Answers with the addresses that were judged, so that the name is not asked a second time. */
const pinned =
  (addresses: readonly string[]): LookupFunction =>
  (_host, { all }, done) => {
    const found = addresses.map((address) => ({ address, family: isIP(address) }))
    if (all) done(null, found)
    else done(null, found[0]?.address ?? '', found[0]?.family)
  }

/** Nobody else's: a connection out of a shared pool may have been opened for somebody who did not judge. */
const kept = { 'http:': new PlainAgent({ keepAlive: true }), 'https:': new SecureAgent({ keepAlive: true }) }
const agentOf = ({ protocol }: URL) => (protocol === 'https:' ? kept['https:'] : kept['http:'])

/** A kept connection may have ended while the door slept, which is heard of only by using it. */
const wentStale = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ECONNRESET'

const open: Network['open'] = (url, addresses, { body, keeps = false, ...call }) =>
  new Promise((resolve, reject) => {
    const args: ClientRequestArgs = { ...call, lookup: pinned(addresses), agent: keeps && agentOf(url) }
    const request = url.protocol === 'https:' ? requestSecure(url, args) : requestPlain(url, args)
    const fail = (error: Error) =>
      request.reusedSocket && wentStale(error)
        ? resolve(open(url, addresses, { ...call, ...(body !== undefined && { body }) }))
        : reject(error)
    request.once('response', resolve).once('error', fail).end(body)
  })

export const internet: Network = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  open,
}

/** All that a name stands for, when all of it is public: one inward among them is an attack or an accident. */
export const publicAddresses = async (
  url: URL,
  { resolve }: Pick<Network, 'resolve'>,
): Promise<readonly string[] | undefined> => {
  const literal = addressIn(url)
  const addresses = literal === undefined ? await resolve(url.hostname) : [literal]
  return addresses.length > 0 && addresses.every(isPublicAddress) ? addresses : undefined
}

/** A name server that does not answer listens to no signal: whoever waits for it has to. */
export const unlessAborted = <T>(pending: Promise<T>, signal: AbortSignal): Promise<T> =>
  Promise.race([
    pending,
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true })),
  ])
