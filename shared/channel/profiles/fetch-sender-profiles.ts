import type { Channels } from '../../config/config.ts'
import { errorName } from '../../log/error-name.ts'
import type { Address } from '../address.ts'
import type { ChannelSecrets } from '../channel.ts'
import { callProvider } from '../fetch-provider.ts'
import { type ProfileSource, profileSources } from './profile-sources.ts'
import type { ProfileAnswer, SenderProfiles } from './sender-profile.ts'

/** A customer waits for it: a name is worth no more. */
const timeoutMs = 2_000

const unreachable = (cause: string): ProfileAnswer => ({ kind: 'unreachable', cause })

const askAt = async (
  { tokenField, urlOf, read }: ProfileSource,
  secrets: ChannelSecrets,
  [address, senderId]: readonly [Address, string],
  signal: AbortSignal,
): Promise<ProfileAnswer | undefined> => {
  const url = urlOf(address, senderId)
  if (url === undefined) return undefined
  const [token] = (await secrets.read())[tokenField] ?? []
  if (!token) return unreachable(`there is no ${tokenField}`)
  const headers = { authorization: `Bearer ${token}` }
  const answer = await callProvider(url, { method: 'GET', headers, signal })
  if (answer.status === undefined) return unreachable(answer.cause)
  const cause = `status ${answer.status}`
  if ([408, 425, 429].includes(answer.status) || answer.status >= 500) return unreachable(cause)
  if (answer.status !== 200) return { kind: 'refused', cause }
  if (answer.json === undefined) return unreachable('no JSON')
  const said = read(answer.json)
  if (typeof said !== 'string') return { kind: 'told', profile: said }
  return said === 'ratelimited' ? unreachable(said) : { kind: 'refused', cause: said }
}

/** What takes longer, the channel's secrets included, is not waited for. */
const inTime = async <T>(work: (signal: AbortSignal) => Promise<T>, late: T): Promise<T> => {
  const over = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<T>((resolve) => {
    timer = setTimeout(() => {
      resolve(late)
      over.abort()
    }, timeoutMs)
  })
  try {
    return await Promise.race([work(over.signal), timeout])
  } finally {
    clearTimeout(timer)
  }
}

/** Asks the providers of the connected channels whose messages leave out who wrote. */
export const fetchSenderProfiles = (
  channels: Channels,
  secretsOf: (channel: string) => ChannelSecrets | undefined,
): SenderProfiles => {
  const sources = profileSources(channels)
  return {
    ask: async (address, senderId) => {
      const source = Object.hasOwn(sources, address.channel) ? sources[address.channel] : undefined
      const secrets = source && secretsOf(address.channel)
      if (!secrets) return undefined
      return inTime<ProfileAnswer | undefined>(
        (signal) => askAt(source, secrets, [address, senderId], signal).catch((cause) => unreachable(errorName(cause))),
        unreachable('TimeoutError'),
      )
    },
  }
}
