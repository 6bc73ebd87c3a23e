import type { Channels } from '../config/config.ts'
import type { ChannelReceiver, ChannelSecrets } from './channel.ts'
import { instagramReceiver } from './instagram.ts'
import { lineReceiver } from './line.ts'
import { messengerReceiver } from './messenger.ts'
import type { ConnectedChannel } from './receive-message.ts'
import { slackReceiver } from './slack.ts'
import { standardWebhooks } from './standard-webhooks.ts'
import { telegramReceiver } from './telegram.ts'
import { twilioReceiver } from './twilio.ts'
import { whatsappReceiver } from './whatsapp.ts'

const receivers = ({
  standard,
  slack,
  twilio,
  whatsapp,
  messenger,
  instagram,
  telegram,
  line,
}: Channels): Readonly<Record<string, ChannelReceiver | undefined>> => ({
  standard: standard && standardWebhooks,
  slack: slack && slackReceiver(),
  twilio: twilio && twilioReceiver(twilio),
  whatsapp: whatsapp && whatsappReceiver(whatsapp),
  messenger: messenger && messengerReceiver(messenger),
  instagram: instagram && instagramReceiver(instagram),
  telegram: telegram && telegramReceiver(telegram),
  line: line && lineReceiver(),
})

/** The way in of every channel that is configured and whose secret is told; another one has none. */
export const channelReceivers = (
  channels: Channels,
  secretsOf: (name: string) => ChannelSecrets | undefined,
): Readonly<Record<string, ConnectedChannel>> =>
  Object.fromEntries(
    Object.entries(receivers(channels)).flatMap(([name, receiver]) => {
      const secrets = secretsOf(name)
      return receiver && secrets ? [[name, { receiver, secrets }]] : []
    }),
  )
