import type { secretFields } from '#shared/config/channel-schemas.ts'

/** A channel's part of the outputs, such as `Standard` of `StandardWebhookUrl`. */
export const prefixOf = (kind: string): string => kind.charAt(0).toUpperCase() + kind.slice(1)

export type Provider = keyof typeof secretFields

/** What a secret's field is: copied from the provider, or made at the deployment and entered there. */
export type FieldGuide = { readonly copyFrom: string } | { readonly enterAt: string }

export interface ChannelGuide {
  /** Where the webhook's URL is entered. */
  readonly webhook: string
  readonly fields: Readonly<Record<string, FieldGuide>>
}

const metaFields = (appSecret: string, accessToken: string, webhook: string) => ({
  appSecret: { copyFrom: appSecret },
  accessToken: { copyFrom: accessToken },
  verifyToken: { enterAt: `${webhook}, beside the URL` },
})

const messengerWebhook = 'Messenger API Settings, Configure webhooks, Callback URL'
const instagramWebhook = 'API setup with Instagram login, Configure webhooks, Callback URL'
const whatsappWebhook = 'WhatsApp, Configuration, Webhook, Callback URL'

/** In the words of each provider's own console, as its page in docs/channels has them. */
export const channelGuides: { readonly [Name in Provider]: ChannelGuide } = {
  slack: {
    webhook: 'Event Subscriptions, Request URL',
    fields: {
      signingSecret: { copyFrom: 'Basic Information, App Credentials, Signing Secret' },
      botToken: { copyFrom: 'OAuth & Permissions, Bot User OAuth Token' },
    },
  },
  twilio: {
    webhook: 'the number, or the sender: a message comes in, Webhook, HTTP POST',
    fields: { authToken: { copyFrom: 'Account Info, Auth Token' } },
  },
  whatsapp: {
    webhook: whatsappWebhook,
    fields: metaFields(
      'App settings, Basic, App secret',
      'Business settings, System users, Generate token',
      whatsappWebhook,
    ),
  },
  messenger: {
    webhook: messengerWebhook,
    fields: metaFields(
      'App settings, Basic, App secret',
      'Messenger API Settings, Access tokens, Generate',
      messengerWebhook,
    ),
  },
  instagram: {
    webhook: instagramWebhook,
    fields: metaFields(
      'API setup with Instagram login, Instagram app secret',
      'Generate token, beside the account',
      instagramWebhook,
    ),
  },
  telegram: {
    webhook: 'a call of setWebhook, as "url"',
    fields: { botToken: { copyFrom: "BotFather's token" }, secretToken: { enterAt: 'setWebhook, as "secret_token"' } },
  },
  line: {
    webhook: 'tab Messaging API, Webhook URL; then Verify, and Use webhook on',
    fields: {
      channelSecret: { copyFrom: 'tab Basic settings' },
      accessToken: { copyFrom: 'tab Messaging API, Channel access token' },
    },
  },
}
