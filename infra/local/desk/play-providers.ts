import type { ChannelName } from '#shared/config/config.ts'
import type { PlayedChannels } from '../../load-config.ts'
import { type FakeProvider, startFakeProvider } from '../providers/fake-provider.ts'
import type { Fields, Heard } from '../providers/provider.ts'
import { knownProviders } from '../providers/provider-list.ts'
import type { RunningStack } from '../run-stack.ts'
import type { Closing } from '../stack/closing.ts'
import { StartError } from '../stack/errors.ts'
import type { Keep } from '../stack/keep.ts'

export type FakeProviders = ReadonlyMap<ChannelName, FakeProvider>

export interface PlayingOptions {
  readonly channels: readonly ChannelName[]
  /** Of the HTTP API, without a slash at the end. */
  readonly frontUrl: string
  readonly keep: Keep
  readonly closing: Closing
  readonly onHeard: (channel: ChannelName, heard: Heard) => void
}

const keptIn = 'providers.json'

/** Starts the providers of these channels; what they handed out once stays what they hand out. */
export const startProviders = async (options: PlayingOptions): Promise<FakeProviders> => {
  const { channels, frontUrl, keep, closing, onHeard } = options
  const kept = keep.read<Record<string, Fields>>(keptIn) ?? {}
  const started = new Map<ChannelName, FakeProvider>()
  for (const channel of new Set(channels)) {
    const provider = knownProviders.get(channel)
    if (!provider) throw new StartError(`channel ${channel} has no provider that this machine can play`)
    const fake = await startFakeProvider(provider, {
      webhookUrl: `${frontUrl}/webhooks/${channel}`,
      onHeard: (heard) => onHeard(channel, heard),
      ...(kept[channel] && { secrets: kept[channel] }),
    })
    closing.add(() => fake.close())
    started.set(channel, fake)
    kept[channel] = fake.secrets
  }
  if (started.size > 0) keep.write(keptIn, kept)
  return started
}

export const playedChannels = (providers: FakeProviders): PlayedChannels =>
  Object.fromEntries([...providers].map(([channel, { settings }]) => [channel, settings]))

/** Enters what the providers handed out where the doors look for it, as the company's people would. */
export const enterSecrets = ({ functionNamed, secrets }: RunningStack, providers: FakeProviders): void => {
  const idIn = (door: string, variable: string, channel: string): string =>
    JSON.parse(functionNamed(door).definition.environment[variable] ?? '{}')[channel] ?? ''
  for (const [channel, { secrets: fields }] of providers) {
    const inbound = idIn('ReceiveMessage', 'INBOUND_SECRET_IDS', channel)
    // Only Standard Webhooks signs its two directions with a secret each.
    if (channel !== 'standard') secrets.enter(inbound, JSON.stringify(fields))
    else {
      secrets.enter(inbound, fields.inbound ?? '')
      secrets.enter(idIn('DeliverMessage', 'OUTBOUND_SECRET_IDS', channel), fields.outbound ?? '')
    }
  }
}
