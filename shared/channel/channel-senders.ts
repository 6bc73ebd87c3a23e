import type { ChannelSender } from './channel.ts'

/** One sender for all connected channels; a channel that is not connected any more refuses for good. */
export const channelSenders = (senders: Readonly<Record<string, ChannelSender>>): ChannelSender => ({
  send: async (message, now) => {
    const { channel } = message.address
    const sender = Object.hasOwn(senders, channel) ? senders[channel] : undefined
    return sender ? sender.send(message, now) : { kind: 'refused', cause: `channel ${channel} is not connected` }
  },
})
