import { Webhook } from 'standardwebhooks'
import type { ChannelSecrets, ChannelSender } from '../channel.ts'
import { postponed, verdictOf } from '../fetch-provider.ts'
import type { OutboundMessage } from '../outbound-message.ts'
import { postCallback } from './fetch-callback.ts'

const payload = ({ address, message }: OutboundMessage, now: number): string =>
  JSON.stringify({
    type: 'message.created',
    timestamp: new Date(now).toISOString(),
    data: {
      conversation: { id: address.key },
      author: message.author,
      message: { id: message.id, text: message.text, ...(message.sources && { sources: message.sources }) },
    },
  })

/** Posts to the company's callback URL, signed with every active secret, `webhook-id` = the outgoing message's id. */
export const fetchStandardSender = (callbackUrl: string, secrets: ChannelSecrets): ChannelSender => ({
  send: async (message, now) => {
    const active = (await secrets.read()).signing ?? []
    // Unsigned, it would teach the receiver to do without.
    if (active.length === 0) return postponed('there is no signing secret')
    const body = payload(message, now)
    const signatures = active.map((secret) => new Webhook(secret).sign(message.message.id, new Date(now), body))
    const headers = {
      'content-type': 'application/json',
      'webhook-id': message.message.id,
      'webhook-timestamp': String(Math.floor(now / 1_000)),
      'webhook-signature': signatures.join(' '),
    }
    return verdictOf('callback', await postCallback(callbackUrl, { headers, body }), now)
  },
})
