import type { Channels } from '../config/config.ts'
import type { ChannelSecrets, ChannelSender } from './channel.ts'
import { postponed } from './fetch-provider.ts'
import { fetchLineSender } from './line/fetch-line-sender.ts'
import { fetchInstagramSender, fetchMessengerSender } from './meta/fetch-messaging-sender.ts'
import { fetchWhatsappSender } from './meta/fetch-whatsapp-sender.ts'
import { fetchSlackSender } from './slack/fetch-slack-sender.ts'
import { fetchStandardSender } from './standard/fetch-standard-sender.ts'
import { fetchTelegramSender } from './telegram/fetch-telegram-sender.ts'
import { fetchTwilioSender } from './twilio/fetch-twilio-sender.ts'

type Open = (secrets: ChannelSecrets) => ChannelSender

const senders = ({
  standard,
  slack,
  twilio,
  whatsapp,
  messenger,
  instagram,
  telegram,
  line,
}: Channels): Readonly<Record<string, Open | undefined>> => ({
  standard: standard && ((secrets) => fetchStandardSender(standard.callbackUrl, secrets)),
  slack: slack && ((secrets) => fetchSlackSender(slack, secrets)),
  twilio: twilio && ((secrets) => fetchTwilioSender(twilio, secrets)),
  whatsapp: whatsapp && ((secrets) => fetchWhatsappSender(whatsapp, secrets)),
  messenger: messenger && ((secrets) => fetchMessengerSender(messenger, secrets)),
  instagram: instagram && ((secrets) => fetchInstagramSender(instagram, secrets)),
  telegram: telegram && ((secrets) => fetchTelegramSender(telegram, secrets)),
  line: line && ((secrets) => fetchLineSender(line, secrets)),
})

/** A token that was replaced is refused for good, and the new one is not: then the message is only put off. */
const asOfNow = (sender: ChannelSender, secrets: ChannelSecrets): ChannelSender => ({
  send: async (message, now, progress) => {
    const held = await secrets.read()
    const delivered = await sender.send(message, now, progress)
    if (delivered.kind !== 'refused') return delivered
    const renewed = await secrets.renewed?.()
    return renewed === undefined || renewed === held ? delivered : postponed('the secrets have just changed')
  },
})

/** One sender for all connected channels; a channel that is not connected any more refuses for good. */
export const fetchChannelSenders = (
  channels: Channels,
  secretsOf: (name: string) => ChannelSecrets | undefined,
): ChannelSender => {
  const open = new Map(
    Object.entries(senders(channels)).flatMap(([name, opened]) => {
      const secrets = secretsOf(name)
      return opened && secrets ? [[name, asOfNow(opened(secrets), secrets)] as const] : []
    }),
  )
  return {
    send: async (message, now, progress) => {
      const { channel } = message.address
      return (
        open.get(channel)?.send(message, now, progress) ?? {
          kind: 'refused',
          cause: `channel ${channel} is not connected`,
        }
      )
    },
  }
}
