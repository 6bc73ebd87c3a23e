import { createHash, createHmac } from 'node:crypto'
import type { ChannelReceiver, Secrets, WebhookRequest } from '#shared/channel/channel.ts'
import { lineReceiver } from '#shared/channel/line/line.ts'
import { instagramReceiver } from '#shared/channel/meta/instagram.ts'
import { messengerReceiver } from '#shared/channel/meta/messenger.ts'
import { whatsappReceiver } from '#shared/channel/meta/whatsapp.ts'
import { slackReceiver } from '#shared/channel/slack/slack.ts'
import { standardWebhooks } from '#shared/channel/standard/standard-webhooks.ts'
import { telegramReceiver } from '#shared/channel/telegram/telegram.ts'
import { twilioReceiver } from '#shared/channel/twilio/twilio.ts'
import { signatureOf } from './signed-request.ts'
import { formOf, signedForm, signedJson, twilioAccount, twilioToken, twilioUrl } from './twilio-request.ts'
import { webhookRequestOf } from './webhook-request.ts'

/** One channel as a test plays it: what a customer's message looks like there, and how the provider signs it. */
export interface SignedChannel {
  readonly name: string
  readonly receiver: ChannelReceiver
  readonly secrets: Secrets
  /** One customer's message, written then. @default `channelSeconds` */
  readonly event: (text: string, id: string, seconds?: number) => object
  /** What carries events; several where the provider may put several into one delivery. */
  readonly delivery: (events: readonly unknown[]) => object
  readonly several: boolean
  /** @default JSON */
  readonly encode?: (delivery: unknown) => Buffer
  /** As the provider sends it then, where it signs a time. @default `channelSeconds` */
  readonly sign: (body: Buffer, seconds?: number) => WebhookRequest
  readonly signsTime?: boolean
  /** Each message tells when it was written. */
  readonly tellsTime?: boolean
  /** False where a header alone opens. @default true */
  readonly signsBody?: boolean
}

export const channelSeconds = 1_700_000_000
const hmac = (secret: string, ...bytes: readonly (string | Buffer)[]): string =>
  bytes.reduce((mac, some) => mac.update(some), createHmac('sha256', secret)).digest('hex')

const standardSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const standard: SignedChannel = {
  name: 'standard',
  receiver: standardWebhooks,
  secrets: { signing: [standardSecret] },
  event: (text, id) => ({ conversation: { id: 'thread' }, sender: { id: 'u-17', name: 'Ada' }, message: { id, text } }),
  delivery: ([data]) => ({ type: 'message.created', timestamp: '2023-11-14T22:13:20Z', data }),
  several: false,
  sign: (body, seconds = channelSeconds) =>
    webhookRequestOf(body, {
      'webhook-id': 'msg-1',
      'webhook-timestamp': String(seconds),
      'webhook-signature': signatureOf({ secret: standardSecret, body, timestamp: seconds }),
    }),
  signsTime: true,
}

const slack: SignedChannel = {
  name: 'slack',
  receiver: slackReceiver(),
  secrets: { signingSecret: ['slack-secret'] },
  event: (text, id) => ({
    type: 'message',
    channel: 'D1',
    channel_type: 'im',
    user: 'U1',
    text,
    ts: `17.${id.length}`,
  }),
  delivery: ([event]) => ({ type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event }),
  several: false,
  sign: (body, seconds = channelSeconds) =>
    webhookRequestOf(body, {
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': `v0=${hmac('slack-secret', `v0:${seconds}:`, body)}`,
    }),
  signsTime: true,
}

const twilio: SignedChannel = {
  name: 'twilio',
  receiver: twilioReceiver({ accountSid: twilioAccount, webhookUrl: twilioUrl }),
  secrets: { authToken: [twilioToken] },
  event: (text, id) => ({
    MessageSid: `SM${createHash('md5').update(id).digest('hex')}`,
    From: 'whatsapp:+12349013030',
    To: 'whatsapp:+18005551212',
    Body: text,
    ProfileName: 'Ada',
    NumMedia: '1',
    MediaUrl0: 'https://api.twilio.com/media/1',
    MediaContentType0: 'image/jpeg',
    Latitude: '52.5',
    Longitude: '13.4',
  }),
  delivery: ([fields]) => fields as object,
  several: false,
  encode: (fields) => Buffer.from(formOf(fields)),
  sign: (body) => signedForm(body),
}
const { encode: _, ...withoutForm } = twilio
const twilioJson: SignedChannel = { ...withoutForm, name: 'twilio in JSON', sign: signedJson }

export const metaSecrets = { appSecret: ['app-secret'], verifyToken: ['verify-me'], accessToken: ['token'] }
export const signedByMeta = (body: Buffer, secret = 'app-secret'): WebhookRequest =>
  webhookRequestOf(body, { 'x-hub-signature-256': `sha256=${hmac(secret, body)}` })

const whatsapp: SignedChannel = {
  name: 'whatsapp',
  receiver: whatsappReceiver({ phoneNumberId: '106540352242922', apiUrl: 'https://graph.example' }),
  secrets: metaSecrets,
  event: (text, id, seconds = channelSeconds) => ({
    from: '16505551234',
    id,
    timestamp: String(seconds),
    type: 'text',
    text: { body: text },
  }),
  delivery: (messages) => ({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '419561257915477',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '15550783881', phone_number_id: '106540352242922' },
              contacts: [{ profile: { name: 'Sheena Nelson' }, wa_id: '16505551234' }],
              messages,
            },
          },
        ],
      },
    ],
  }),
  several: true,
  sign: (body) => signedByMeta(body),
  tellsTime: true,
}

const messaging = (name: string, receiver: ChannelReceiver, object: string): SignedChannel => ({
  name,
  receiver,
  secrets: metaSecrets,
  event: (text, mid, seconds = channelSeconds) => ({
    sender: { id: '7171' },
    recipient: { id: '900100' },
    timestamp: seconds * 1_000,
    message: { mid, text },
  }),
  delivery: (events) => ({ object, entry: [{ id: '900100', time: channelSeconds * 1_000, messaging: events }] }),
  several: true,
  sign: (body) => signedByMeta(body),
  tellsTime: true,
})

const telegram: SignedChannel = {
  name: 'telegram',
  receiver: telegramReceiver({ botId: '123456' }),
  secrets: { secretToken: ['S3cr3t_Token-0123456789'] },
  event: (text, id, seconds = channelSeconds) => ({
    message_id: id.length,
    date: seconds,
    from: { id: 1111111, is_bot: false, first_name: 'Ada' },
    chat: { id: 1111111, type: 'private' },
    text,
  }),
  delivery: ([message]) => ({ update_id: 10_000, message }),
  several: false,
  sign: (body) => webhookRequestOf(body, { 'x-telegram-bot-api-secret-token': 'S3cr3t_Token-0123456789' }),
  signsBody: false,
  tellsTime: true,
}

const line: SignedChannel = {
  name: 'line',
  receiver: lineReceiver(),
  secrets: { channelSecret: ['line-secret'] },
  event: (text, id, seconds = channelSeconds) => ({
    type: 'message',
    mode: 'active',
    timestamp: seconds * 1_000,
    source: { type: 'user', userId: 'U4af4980629' },
    webhookEventId: id,
    deliveryContext: { isRedelivery: false },
    message: { id, type: 'text', text },
  }),
  delivery: (events) => ({ destination: 'U8e742f61', events }),
  several: true,
  sign: (body) =>
    webhookRequestOf(body, {
      'x-line-signature': Buffer.from(hmac('line-secret', body), 'hex').toString('base64'),
    }),
  tellsTime: true,
}

export const signedChannels: readonly SignedChannel[] = [
  standard,
  slack,
  twilio,
  twilioJson,
  whatsapp,
  messaging('messenger', messengerReceiver({ pageId: '900100' }), 'page'),
  messaging('instagram', instagramReceiver({ accountId: '900100' }), 'instagram'),
  telegram,
  line,
]

export const bodyOf = ({ encode, delivery }: SignedChannel, events: readonly unknown[]): Buffer =>
  encode?.(delivery(events)) ?? Buffer.from(JSON.stringify(delivery(events)))
