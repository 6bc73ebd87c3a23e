import type { Deployed, Step } from './next-steps.ts'

/** A channel's part of the outputs, such as `Standard` of `StandardWebhookUrl`. */
const prefixOf = (kind: string): string => kind.charAt(0).toUpperCase() + kind.slice(1)

/** Where each configured channel sends its messages, and where its answers arrive. */
export const channelSteps = ({ config, outputs }: Deployed): readonly Step[] =>
  Object.values(config.channels).flatMap((channel) => {
    const url = channel && outputs[`${prefixOf(channel.kind)}WebhookUrl`]
    if (!channel || !url) return []
    const lines =
      channel.kind === 'standard'
        ? [
            `messages   POST them, signed, to ${url}`,
            `replies    arrive, signed, at ${channel.callbackUrl} (channels.standard.callbackUrl)`,
            'both as in README.md, "The two APIs"; the secrets they are signed with are the next step',
          ]
        : [`enter ${url} as the webhook's URL there, as in docs/channels/${channel.kind}.md`]
    return [{ title: `Connect the channel "${channel.kind}"`, lines }]
  })
