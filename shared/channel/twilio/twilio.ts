import { validateRequest, validateRequestWithBody } from 'twilio/lib/webhooks/webhooks.js'
import * as z from 'zod/mini'
import type { ChannelReceiver, Received, WebhookRequest } from '../channel.ts'
import { describeIssues } from '../describe-issues.ts'
import { strictFront } from '../front.ts'
import type { Attachment, InboundMessage } from '../inbound-message.ts'
import { readForm } from '../read-form.ts'
import { readJson } from '../read-json.ts'
import { type Receipt, readReference } from '../receipt.ts'

/** Twilio's own messages are far shorter; decoded, the text has to fit into a record of 400 KB. */
const limitBytes = 256 * 1024
const attachmentLimit = 20
const nameLimit = 256

export interface TwilioReceiverSettings {
  readonly accountSid: string
  readonly webhookUrl: string
  /** What goes out instead of a WhatsApp text that came too late. */
  readonly template?: object | undefined
}

/** https://www.twilio.com/docs/api/errors: what an agent can make something of. The number goes with all others. */
const meanings: Readonly<Record<string, string>> = {
  20003: 'the auth token is not valid',
  21211: 'this is no valid number',
  21408: 'the account may not send to this region',
  21610: 'the customer has opted out',
  21614: 'the number takes no text messages',
  30003: 'the phone could not be reached',
  30004: 'the customer or the carrier blocks messages',
  30005: 'the number is unknown or out of use',
  30006: 'the number is a landline, or its carrier cannot be reached',
  30007: 'the carrier took it for spam',
  63016: "WhatsApp's 24 hours since the customer's last message are over, and a template is needed",
  63024: 'the number is not on WhatsApp',
}

export const twilioCause = (code: number | string): string =>
  Object.hasOwn(meanings, code) ? `Twilio answered ${code}: ${meanings[code]}` : `Twilio answered ${code}`

/** WhatsApp's 24 hours are over. */
export const windowClosed = 63016

/** How a part of a message went out; only the last one of a long text says that all of it arrived. */
export interface Sent {
  readonly last: boolean
  readonly asTemplate: boolean
}

/** Under this name the query of a status says which message it is about. */
export const statusNameOf = ({ last, asTemplate }: Sent): string =>
  asTemplate ? (last ? 'template' : 'template-part') : last ? 'message' : 'part'

const ways: readonly Sent[] = [true, false].flatMap((last) => [true, false].map((asTemplate) => ({ last, asTemplate })))

const filled = z.string().check(z.minLength(1), z.maxLength(nameLimit))
const messageSchema = z.object({
  MessageSid: z.string().check(z.regex(/^(?:SM|MM)[0-9a-f]{32}$/)),
  From: filled,
  To: filled,
})

/** One value a field, as Twilio sends them. */
type Fields = Readonly<Record<string, string | undefined>>

const kindOf = (contentType = ''): string => /^(image|audio|video)\//.exec(contentType)?.[1] ?? 'file'

const mediaOf = (fields: Fields): readonly Attachment[] =>
  Array.from({ length: attachmentLimit }, (_, index) => index).flatMap((index) => {
    const [url, contentType] = [fields[`MediaUrl${index}`], fields[`MediaContentType${index}`]]
    return url ? [{ url, kind: kindOf(contentType), ...(contentType && { contentType }) }] : []
  })

const placeOf = ({ Latitude, Longitude, Label, Address }: Fields): readonly Attachment[] =>
  Latitude && Longitude
    ? [
        {
          name: `location: ${[Label, Address, `${Latitude}, ${Longitude}`].filter(Boolean).join(', ')}`,
          kind: 'location',
        },
      ]
    : []

/** What a customer sent is never nothing, so that a person sees what no program reads. */
const attachmentsOf = (fields: Fields, text: string): readonly Attachment[] => {
  const known = [...mediaOf(fields), ...placeOf(fields)]
  if (known.length > 0 || text.trim() !== '') return known
  const kind = fields.MessageType ?? 'empty'
  const name = `${kind} message`.slice(0, nameLimit).toWellFormed()
  return [{ name, kind: kind.slice(0, nameLimit).toWellFormed() }]
}

const toInbound = (fields: Fields, account: string, now: number): Received => {
  const message = messageSchema.safeParse(fields)
  if (!message.success) return { kind: 'unreadable', detail: describeIssues(message.error.issues) }
  const { MessageSid, From, To } = message.data
  const text = fields.Body || fields.ButtonText || fields.ListTitle || ''
  const inbound: InboundMessage = {
    version: 1,
    address: { channel: 'twilio', account, key: `${To}:${From}` },
    dedupeId: MessageSid,
    sender: {
      id: From,
      ...(fields.ProfileName && { name: fields.ProfileName.slice(0, nameLimit).toWellFormed() }),
      verified: {},
    },
    message: { id: MessageSid, text, attachments: [...attachmentsOf(fields, text)] },
    receivedAt: now,
  }
  return { kind: 'messages', messages: [inbound] }
}

const stages: Readonly<Record<string, Receipt['to'] | undefined>> = {
  delivered: 'delivered',
  read: 'read',
  undelivered: 'failed',
  failed: 'failed',
}

/** A status is about the message that its own URL names. */
const toReceipt = ({ MessageStatus = '', ErrorCode }: Fields, query: Fields, hasTemplate: boolean): Received => {
  const to = Object.hasOwn(stages, MessageStatus) ? stages[MessageStatus] : undefined
  const sent = ways.find((way) => query[statusNameOf(way)] !== undefined)
  const named = sent && readReference(query[statusNameOf(sent)] ?? '')
  if (!to || !named || (!sent.last && to !== 'failed')) return { kind: 'ignored' }
  const code = /^\d{1,6}$/.test(ErrorCode ?? '') ? Number(ErrorCode) : undefined
  const templateMayGo = hasTemplate && !sent.asTemplate && code === windowClosed
  const receipt: Receipt = {
    ...named,
    ...(sent.asTemplate && { asTemplate: true }),
    to,
    ...(to === 'failed' && { cause: twilioCause(code ?? MessageStatus) }),
    ...(templateMayGo && { templateMayGo }),
  }
  return { kind: 'messages', messages: [], receipts: [receipt] }
}

const signsBody = ({ rawQuery }: WebhookRequest): boolean => /(?:^|&)bodySHA256=/.test(rawQuery)

const fieldsOfForm = (body: Buffer): Fields | undefined => {
  const form = readForm(body.toString('utf8'))
  return form && Object.fromEntries(Object.entries(form).map(([name, values]) => [name, values[0]]))
}

const fieldsOfJson = (value: unknown): Fields =>
  Object.fromEntries(
    Object.entries(value ?? {}).flatMap(([name, field]) =>
      typeof field === 'string' || typeof field === 'number' ? [[name, String(field).toWellFormed()]] : [],
    ),
  )

const parse = (request: WebhookRequest, { accountSid, template }: TwilioReceiverSettings, now: number): Received => {
  const json = signsBody(request) ? readJson(request.body) : undefined
  if (json && !json.ok) return { kind: 'unreadable', detail: json.detail }
  const fields = (json ? fieldsOfJson(json.value) : fieldsOfForm(request.body)) ?? {}
  if (fields.MessageStatus !== undefined) return toReceipt(fields, request.query, template !== undefined)
  // A call, or an event of another product that was led here.
  return fields.MessageSid === undefined ? { kind: 'ignored' } : toInbound(fields, accountSid, now)
}

/** The URL as Twilio called it: the one that was entered there, with the query that came. */
const urlOf = (webhookUrl: string, { rawQuery }: WebhookRequest): string => {
  const [withoutFragment = ''] = webhookUrl.split('#')
  const [place = ''] = withoutFragment.split('?')
  const url = rawQuery === '' ? place : `${place}?${rawQuery}`
  return withoutFragment === `${url}?` ? withoutFragment : url
}

/** Twilio signs what it read itself, so that a form has to be decoded to be verified. */
const isSigned = (webhookUrl: string, request: WebhookRequest, secret: string): boolean => {
  const signature = request.headers['x-twilio-signature'] ?? ''
  const [url, text] = [urlOf(webhookUrl, request), request.body.toString('utf8')]
  if (signsBody(request)) return validateRequestWithBody(secret, signature, url, text)
  const form = readForm(text)
  return form !== undefined && validateRequest(secret, signature, url, form)
}

/** https://www.twilio.com/docs/usage/webhooks/webhooks-security: base64 HMAC-SHA1 of the URL and each field, sorted by name. */
export const twilioReceiver = (settings: TwilioReceiverSettings): ChannelReceiver =>
  strictFront({
    secretField: 'authToken',
    limitBytes,
    headers: ['x-twilio-signature'],
    readsText: true,
    verify: (request, secret) => isSigned(settings.webhookUrl, request, secret),
    parse: (request, now) => parse(request, settings, now),
    // Whatever else stands there is said to the customer.
    taken: { status: 200, contentType: 'text/xml; charset=utf-8', body: '<Response/>' },
  })
