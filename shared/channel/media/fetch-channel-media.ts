import type { Channels } from '../../config/config.ts'
import type { ChannelSecrets, Secrets } from '../channel.ts'
import { internet, type Network } from './fetch-pinned.ts'
import { fetchPublic } from './fetch-public.ts'
import type { ChannelMedia, Fetched, Located, MediaReference, MediaSource } from './media.ts'
import { mediaSources } from './media-sources.ts'

const nowhere: Fetched = { kind: 'refused', cause: 'nothing to fetch' }

/** While a password is replaced there are two, and the provider says which is the old one. */
const inTurn = (secrets: Secrets): readonly Secrets[] => {
  const other = Object.entries(secrets).map(([field, values]) => [field, values?.toReversed()] as const)
  return other.some(([, values]) => (values?.length ?? 0) > 1) ? [secrets, Object.fromEntries(other)] : [secrets]
}

const knowsNoToken = (answer: Fetched): boolean => answer.kind === 'refused' && answer.cause === 'answered 401'

const readJson = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

export const fetchChannelMedia = (
  channels: Channels,
  secretsOf: (channel: string) => ChannelSecrets | undefined,
  network: Network = internet,
): ChannelMedia => {
  const sources = mediaSources(channels)
  /** Undefined where nobody can be asked for them now. */
  const read = async (channel: string): Promise<Secrets | undefined> => {
    try {
      return (await secretsOf(channel)?.read()) ?? {}
    } catch {
      return undefined
    }
  }
  const sourceOf = (channel: string) => (Object.hasOwn(sources, channel) ? sources[channel] : undefined)
  const getWith = async (source: MediaSource, reference: MediaReference, secrets: Secrets): Promise<Fetched> => {
    const get = ({ url, headers = {} }: Located) => fetchPublic(url, { reach: source.reach, headers, network })
    const located = source.locate(reference, secrets)
    if (!located) return nowhere
    const answer = await get(located)
    if (!located.next || answer.kind !== 'fetched') return answer
    const there = located.next(readJson(answer.bytes))
    return there ? get(there) : { kind: 'refused', cause: 'the channel does not say where it is' }
  }
  return {
    keeps: (channel) => sourceOf(channel) !== undefined,
    get: async (channel, reference) => {
      const source = sourceOf(channel)
      if (!source) return nowhere
      const secrets = await read(channel)
      if (!secrets) return { kind: 'failed', cause: 'no secrets' }
      let answer: Fetched = nowhere
      for (const held of inTurn(secrets)) {
        answer = await getWith(source, reference, held)
        if (!knowsNoToken(answer)) break
      }
      return answer
    },
  }
}
