import { createHmac } from 'node:crypto'
import * as z from 'zod/mini'
import type { ChannelReceiver, Received, WebhookRequest } from '../channel.ts'
import { describeIssues } from '../describe-issues.ts'
import { isRecent, sameText, strictFront } from '../front.ts'
import { attachmentSchema, type InboundMessage } from '../inbound-message.ts'
import { localeOf } from '../locale.ts'
import { readJson } from '../read-json.ts'

/** SQS takes 1 MiB; the same body, escaped, has to fit with room for its envelope. */
export const webhookLimitBytes = 512 * 1024
/** A DynamoDB record holds 400 KB; the text shares its record with a few hundred bytes of fields. */
const textLimitBytes = 300 * 1024
/** Both are stored beside a text of full length, ten of them in one transaction. */
const attachmentsLimitBytes = 64 * 1024
const verifiedLimitBytes = 16 * 1024
/** Part of a key, which holds 2 KB. */
const idLimit = 256

/** Half a surrogate pair cannot be stored. */
const words = (limit: number) =>
  z.string().check(
    z.maxLength(limit),
    z.overwrite((text) => text.toWellFormed()),
  )
const filled = (limit: number) => words(limit).check(z.minLength(1))
const within = (limitBytes: number) =>
  z.refine((value) => Buffer.byteLength(JSON.stringify(value)) <= limitBytes, `must be at most ${limitBytes} bytes`)

const eventSchema = z.object({
  type: z.literal('message.created'),
  timestamp: z.optional(z.string()),
  data: z.object({
    conversation: z.object({ id: filled(512) }),
    sender: z.object({
      id: filled(256),
      name: z.optional(words(256)),
      locale: z.catch(z.optional(z.string()), undefined),
      verified: z.optional(z.record(filled(64), words(512)).check(within(verifiedLimitBytes))),
      /** Of the company's site. Whatever it is, the message is taken. */
      token: z.optional(z.unknown()),
    }),
    message: z.object({
      id: filled(512),
      /** Attachments may come without a word. */
      text: z._default(
        z
          .string()
          .check(
            z.refine((text) => Buffer.byteLength(text) <= textLimitBytes, `must be at most ${textLimitBytes} bytes`),
          ),
        '',
      ),
      attachments: z.optional(z.array(attachmentSchema).check(z.maxLength(20), within(attachmentsLimitBytes))),
    }),
  }),
})

/** The key behind a secret; nothing when the secret is unusable, so that we fail closed. */
const keyOf = (secret: string): Buffer | undefined => {
  const base64 = secret.replace(/^whsec_/, '')
  return base64.length >= 8 && /^[A-Za-z0-9+/]+={0,2}$/.test(base64) ? Buffer.from(base64, 'base64') : undefined
}

/** The one signature that this secret gives, over the raw bytes: the standard's library would decode them as text first. */
const expectedSignature = (secret: string, signed: string, body: Buffer): string | undefined => {
  const key = keyOf(secret)
  return key && `v1,${createHmac('sha256', key).update(signed).update(body).digest('base64')}`
}

/** API Gateway joins repeated headers with a comma: a signature holds exactly the one after its version. */
const isSigned = ({ headers, body }: WebhookRequest, secret: string, now: number): boolean => {
  const [id, timestamp] = [headers['webhook-id'], headers['webhook-timestamp']]
  const signatures = headers['webhook-signature']?.split(' ') ?? []
  if (!signatures.every((signature) => signature.split(',').length === 2) || !isRecent(timestamp, now)) return false
  const expected = expectedSignature(secret, `${id}.${timestamp}.`, body)
  return expected !== undefined && signatures.some((signature) => sameText(signature, expected))
}

const toInbound = (event: z.infer<typeof eventSchema>, dedupeId: string, now: number): InboundMessage => {
  const { conversation, sender, message } = event.data
  const [locale, sentAt] = [localeOf(sender.locale), Date.parse(event.timestamp ?? '')]
  return {
    version: 1,
    address: { channel: 'standard', account: 'standard', key: conversation.id },
    dedupeId,
    sender: { id: sender.id, name: sender.name, ...(locale && { locale }), verified: sender.verified ?? {} },
    message: {
      id: message.id,
      text: message.text.toWellFormed(),
      attachments: message.attachments ?? [],
      ...(!Number.isNaN(sentAt) && { sentAt }),
    },
    receivedAt: now,
  }
}

const parse = (request: WebhookRequest, now: number): Received => {
  const json = readJson(request.body)
  if (!json.ok) return { kind: 'unreadable', detail: json.detail }
  const type = (json.value as { type?: unknown } | null)?.type
  if (typeof type === 'string' && type !== 'message.created') return { kind: 'ignored' }
  const id = request.headers['webhook-id'] ?? ''
  if (id.length > idLimit) return { kind: 'unreadable', detail: `webhook-id: must be at most ${idLimit} characters` }
  const event = eventSchema.safeParse(json.value)
  if (!event.success) return { kind: 'unreadable', detail: describeIssues(event.error.issues) }
  const { text, attachments } = event.data.data.message
  if (text.trim() === '' && !attachments?.length)
    return { kind: 'unreadable', detail: 'data.message.text: empty, and there are no attachments' }

  const { token } = event.data.data.sender
  return { kind: 'messages', messages: [toInbound(event.data, id, now)], ...(token != null && { token }) }
}

/** Standard Webhooks, https://www.standardwebhooks.com: HMAC-SHA256 over `id.timestamp.body`. */
export const standardWebhooks: ChannelReceiver = strictFront({
  secretField: 'signing',
  limitBytes: webhookLimitBytes,
  headers: ['webhook-id', 'webhook-timestamp'],
  verify: isSigned,
  signsTime: true,
  parse,
})
