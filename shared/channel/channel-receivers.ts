import type { Channels } from '../config/config.ts'
import type { ChannelReceiver, ChannelSecrets } from './channel.ts'
import { lineReceiver } from './line/line.ts'
import { instagramReceiver } from './meta/instagram.ts'
import { messengerReceiver } from './meta/messenger.ts'
import { whatsappReceiver } from './meta/whatsapp.ts'
import type { ConnectedChannel } from './receive-message.ts'
import { slackReceiver } from './slack/slack.ts'
import { standardWebhooks } from './standard/standard-webhooks.ts'
import { telegramReceiver } from './telegram/telegram.ts'
import { twilioReceiver } from './twilio/twilio.ts'

const receivers = (channels: Channels): Readonly<Record<string, ChannelReceiver | undefined>> => ({
  standard: channels.standard && standardWebhooks,
  slack: channels.slack && slackReceiver(),
  twilio: channels.twilio && twilioReceiver(channels.twilio),
  whatsapp: channels.whatsapp && whatsappReceiver(channels.whatsapp),
  messenger: channels.messenger && messengerReceiver(channels.messenger),
  instagram: channels.instagram && instagramReceiver(channels.instagram),
  telegram: channels.telegram && telegramReceiver(channels.telegram),
  line: channels.line && lineReceiver(),
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
