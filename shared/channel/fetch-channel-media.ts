import type { Channels } from '../config/config.ts'
import type { ChannelSecrets } from './channel.ts'
import { internet, type Network } from './fetch-pinned.ts'
import { type Fetched, fetchPublic } from './fetch-public.ts'
import type { Located, MediaReference } from './media.ts'
import { mediaSources } from './media-sources.ts'

/** What customers sent along, fetched from where its channel keeps it. Never throws; no URL and no token is in a cause. */
export interface ChannelMedia {
  fetch(channel: string, reference: MediaReference): Promise<Fetched>
}

const nowhere: Fetched = { kind: 'refused', cause: 'nothing to fetch' }

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
  return {
    fetch: async (channel, reference) => {
      const source = Object.hasOwn(sources, channel) ? sources[channel] : undefined
      if (!source) return nowhere
      const get = ({ url, headers = {} }: Located) => fetchPublic(url, { reach: source.reach, headers, network })
      const located = source.locate(reference, (await secretsOf(channel)?.read()) ?? {})
      if (!located) return nowhere
      const answer = await get(located)
      if (!located.next || answer.kind !== 'fetched') return answer
      const there = located.next(readJson(answer.bytes))
      return there ? get(there) : { kind: 'refused', cause: 'the channel does not say where it is' }
    },
  }
}
