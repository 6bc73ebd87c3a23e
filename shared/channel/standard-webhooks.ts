import { createHmac, timingSafeEqual } from 'node:crypto'
import * as z from 'zod/mini'
import type { ChannelReceiver, Received, WebhookRequest } from './channel.ts'
import { describeIssues } from './describe-issues.ts'
import { attachmentSchema, type InboundMessage } from './inbound-message.ts'
import { readJson } from './read-json.ts'

/** SQS takes 1 MiB; the same body, escaped, has to fit with room for its envelope. */
export const webhookLimitBytes = 512 * 1024
/** A DynamoDB record holds 400 KB; the text shares its record with a few hundred bytes of fields. */
const textLimitBytes = 300 * 1024
/** Both are stored beside a text of full length, ten of them in one transaction. */
const attachmentsLimitBytes = 64 * 1024
const verifiedLimitBytes = 16 * 1024
/** Part of a key, which holds 2 KB. */
const idLimit = 256
const toleranceSeconds = 300

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
      verified: z.optional(z.record(filled(64), words(512)).check(within(verifiedLimitBytes))),
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

const sameText = (left: string, right: string): boolean => {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.byteLength === b.byteLength && timingSafeEqual(a, b)
}

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

/** Each of the three headers exactly once, a plain integer timestamp within 5 minutes either way; only then the HMAC. */
const isAuthentic = (request: WebhookRequest, secrets: readonly string[], now: number): boolean => {
  const id = request.headers['webhook-id']
  const timestamp = request.headers['webhook-timestamp']
  const signatures = request.headers['webhook-signature']?.split(' ') ?? []
  // API Gateway joins repeated headers with a comma: ids hold none, and a signature exactly the one after its version.
  if (!id || id.includes(',') || !signatures.every((signature) => signature.split(',').length === 2)) return false
  if (!timestamp || !/^(0|[1-9]\d{0,11})$/.test(timestamp)) return false
  if (Math.abs(Math.floor(now / 1_000) - Number(timestamp)) > toleranceSeconds) return false

  const expected = secrets.map((secret) => expectedSignature(secret, `${id}.${timestamp}.`, request.body))
  return expected.some((wanted) => wanted !== undefined && signatures.some((signature) => sameText(signature, wanted)))
}

const toInbound = (event: z.infer<typeof eventSchema>, dedupeId: string, now: number): InboundMessage => ({
  version: 1,
  address: { channel: 'standard', account: 'standard', key: event.data.conversation.id },
  dedupeId,
  sender: { id: event.data.sender.id, name: event.data.sender.name, verified: event.data.sender.verified ?? {} },
  message: {
    id: event.data.message.id,
    text: event.data.message.text.toWellFormed(),
    attachments: event.data.message.attachments ?? [],
  },
  receivedAt: now,
})

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

  return { kind: 'messages', messages: [toInbound(event.data, id, now)] }
}

/** Standard Webhooks, https://www.standardwebhooks.com: HMAC-SHA256 over `id.timestamp.body`. */
export const standardWebhooks: ChannelReceiver = {
  receive: (request, secrets, now) => {
    // The signature covers no method, so that a good one would carry any.
    if (request.method !== 'POST') return { kind: 'wrong-method', allowed: 'POST' }
    if (request.body.byteLength > webhookLimitBytes) return { kind: 'too-large', limitBytes: webhookLimitBytes }
    if (!isAuthentic(request, secrets, now)) return { kind: 'unauthentic' }
    return parse(request, now)
  },
}
