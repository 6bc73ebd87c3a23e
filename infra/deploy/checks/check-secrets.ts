import { secretFields } from '#shared/config/channel-schemas.ts'
import type { ChannelName, Channels } from '#shared/config/config.ts'
import type { SecretFields, StackFound } from '../cloud/ports.ts'
import { prefixOf } from '../steps/channel-guides.ts'
import { bad, good, orUnseen, type Verdict } from './verdict.ts'

interface Held {
  readonly channel: ChannelName
  readonly output: string
  readonly fields: readonly string[]
}

const heldBy = (channel: ChannelName): readonly Held[] =>
  channel === 'standard'
    ? ['Inbound', 'Outbound'].map((way) => ({ channel, output: `Standard${way}SecretName`, fields: ['signing'] }))
    : [{ channel, output: `${prefixOf(channel)}SecretName`, fields: secretFields[channel] }]

/** Whether each deployed channel's secret holds what it has to: a channel whose secret lacks something hears or says nothing. */
export const checkSecrets = async (
  secrets: SecretFields,
  { outputs }: StackFound,
  channels: Channels,
): Promise<readonly Verdict[]> => {
  const held = (Object.keys(channels) as ChannelName[]).filter((name) => channels[name]).flatMap(heldBy)
  const looks = held.map(async ({ channel, output, fields }): Promise<readonly Verdict[]> => {
    const [check, name] = [`channel ${channel}`, outputs[output]]
    // A channel that was configured since the last deployment has none yet.
    if (name === undefined) return []
    return orUnseen(
      check,
      secrets.emptyOf(name, fields).then((empty) => [verdictOf(check, channel, name, empty)]),
    )
  })
  return (await Promise.all(looks)).flat()
}

const verdictOf = (check: string, channel: string, name: string, empty: readonly string[]): Verdict =>
  empty.length === 0
    ? good(check, `its secret ${name} has every field`)
    : bad(check, `its secret ${name} lacks ${empty.join(', ')}`, `fill it in, as docs/channels/${channel}.md says`)
