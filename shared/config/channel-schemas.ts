import { z } from 'zod'

/** Where a provider's API is asked; another one for a region of its own, or a proxy. */
const apiUrl = (usual: string) => z.url('an absolute URL').default(usual)
const name = z.string().min(1).max(200)

/** Standard Webhooks in both directions. Its two secrets live in Secrets Manager, never here. */
export const standardChannelSchema = z.strictObject({
  kind: z.literal('standard'),
  /** Where the company receives what the assistant and the agents say; https, or http on this machine. */
  callbackUrl: z.url('an absolute URL'),
})

/** Secret: `signingSecret`, `botToken`. */
export const slackChannelSchema = z.strictObject({
  kind: z.literal('slack'),
  /** Whether the address that Slack tells of a member is theirs for sure; asks for the scope `users:read.email`. */
  vouchesForEmail: z.boolean().optional(),
  apiUrl: apiUrl('https://slack.com/api'),
})

/** SMS, and WhatsApp through Twilio. Secret: `authToken`. */
export const twilioChannelSchema = z.strictObject({
  kind: z.literal('twilio'),
  accountSid: z.string().regex(/^AC[0-9a-f]{32}$/, 'an account SID such as "AC" and 32 hex digits'),
  /** The webhook's URL as it was entered at Twilio, byte for byte: it is part of what is signed. */
  webhookUrl: z.url('an absolute URL'),
  /** Whether the number that an SMS came from is the customer's for sure: anybody may write any into one. */
  vouchesForSms: z.boolean().optional(),
  /** What is sent from a number pool instead of the number that was written to. */
  messagingServiceSid: z
    .string()
    .regex(/^MG[0-9a-f]{32}$/, 'a service SID such as "MG" and 32 hex digits')
    .optional(),
  /** WhatsApp takes only an approved template once the customer was silent for 24 hours; its variable 1 becomes the text. */
  template: z
    .strictObject({ contentSid: z.string().regex(/^HX[0-9a-f]{32}$/, 'a content SID such as "HX" and 32 hex digits') })
    .optional(),
  apiUrl: apiUrl('https://api.twilio.com'),
})

/** WhatsApp Cloud API. Secret: `appSecret`, `verifyToken`, `accessToken`. */
export const whatsappChannelSchema = z.strictObject({
  kind: z.literal('whatsapp'),
  phoneNumberId: z.string().regex(/^\d{5,20}$/, 'a phone number id, digits only'),
  /** Approved, with one variable in its body that becomes the text; sent once the customer was silent for 24 hours. */
  template: z.strictObject({ name, language: z.string().min(2).max(10) }).optional(),
  apiUrl: apiUrl('https://graph.facebook.com/v23.0'),
})

/** Secret: `appSecret`, `verifyToken`, `accessToken`. */
export const messengerChannelSchema = z.strictObject({
  kind: z.literal('messenger'),
  pageId: z.string().regex(/^\d{5,20}$/, 'a page id, digits only'),
  apiUrl: apiUrl('https://graph.facebook.com/v23.0'),
})

/** Secret: `appSecret`, `verifyToken`, `accessToken`. */
export const instagramChannelSchema = z.strictObject({
  kind: z.literal('instagram'),
  accountId: z.string().regex(/^\d{5,20}$/, 'an account id, digits only'),
  apiUrl: apiUrl('https://graph.instagram.com/v23.0'),
})

/** Secret: `secretToken`, `botToken`. */
export const telegramChannelSchema = z.strictObject({
  kind: z.literal('telegram'),
  /** The bot's own id: the digits before the colon of its token. */
  botId: z.string().regex(/^\d{5,20}$/, "a bot's id, digits only"),
  /** Without the at sign: what in a group mentions the bot. Needed only for groups. */
  username: z
    .string()
    .regex(/^[A-Za-z]\w{2,31}$/, 'a user name such as "lumen_bot", without @')
    .optional(),
  apiUrl: apiUrl('https://api.telegram.org'),
})

/** Secret: `channelSecret`, `accessToken`. */
export const lineChannelSchema = z.strictObject({
  kind: z.literal('line'),
  apiUrl: apiUrl('https://api.line.me'),
})

export const channelsSchema = z.strictObject({
  standard: standardChannelSchema.optional(),
  slack: slackChannelSchema.optional(),
  twilio: twilioChannelSchema.optional(),
  whatsapp: whatsappChannelSchema.optional(),
  messenger: messengerChannelSchema.optional(),
  instagram: instagramChannelSchema.optional(),
  telegram: telegramChannelSchema.optional(),
  line: lineChannelSchema.optional(),
})

/** What each channel's one secret holds, as a JSON object of strings; two values in one, parted by a space, while it rotates. */
export const secretFields = {
  slack: ['signingSecret', 'botToken'],
  twilio: ['authToken'],
  whatsapp: ['appSecret', 'verifyToken', 'accessToken'],
  messenger: ['appSecret', 'verifyToken', 'accessToken'],
  instagram: ['appSecret', 'verifyToken', 'accessToken'],
  telegram: ['secretToken', 'botToken'],
  line: ['channelSecret', 'accessToken'],
} as const

/** Channels whose messages leave out who wrote: their providers are asked. */
const namelessChannels: readonly (keyof z.output<typeof channelsSchema>)[] = ['slack', 'line', 'messenger', 'instagram']

export const leavesOutNames = (name: string): boolean => namelessChannels.some((one) => one === name)

/** Channels that tell what became of each message. */
const receiptChannels: readonly (keyof z.output<typeof channelsSchema>)[] = ['twilio', 'whatsapp']

/** Whether any connected channel does. */
export const tellsReceipts = (channels: z.output<typeof channelsSchema>): boolean =>
  receiptChannels.some((name) => channels[name] !== undefined)

/** Whether customers of any connected channel can send files that we fetch: the company's own channel keeps its own. */
export const keepsFiles = (channels: z.output<typeof channelsSchema>): boolean =>
  Object.entries(channels).some(([name, channel]) => name !== 'standard' && channel !== undefined)
