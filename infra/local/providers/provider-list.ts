import type { ChannelName } from '#shared/config/config.ts'
import { StartError } from '../stack/errors.ts'
import { lineProvider } from './line.ts'
import { instagramProvider, messengerProvider } from './messaging.ts'
import type { Provider } from './provider.ts'
import { slackProvider } from './slack.ts'
import { standardProvider } from './standard.ts'
import { telegramProvider } from './telegram.ts'
import { twilioProvider } from './twilio.ts'
import { whatsappProvider } from './whatsapp.ts'

const providers: readonly Provider[] = [
  standardProvider,
  slackProvider,
  telegramProvider,
  lineProvider,
  twilioProvider,
  whatsappProvider,
  messengerProvider,
  instagramProvider,
]

/** Every provider that this machine can play, by its channel. */
export const knownProviders: ReadonlyMap<ChannelName, Provider> = new Map(
  providers.map((provider) => [provider.channel, provider]),
)

export const playableChannels: readonly ChannelName[] = [...knownProviders.keys()]

/** What was written on a command line; `all` is every one. @throws {StartError} */
export const channelsNamed = (written: readonly string[]): readonly ChannelName[] => {
  if (written.includes('all')) return playableChannels
  const unknown = written.find((name) => !knownProviders.has(name as ChannelName))
  if (unknown === undefined) return [...new Set(written as readonly ChannelName[])]
  throw new StartError(
    `--channel "${unknown}" is not allowed: must be one of ${playableChannels.join(', ')}, or all of them with "all"`,
  )
}
