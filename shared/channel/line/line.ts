import { createHmac } from 'node:crypto'
import * as z from 'zod/mini'
import type { ChannelReceiver, Received } from '../channel.ts'
import { idSchema, lenient, shownName, wordsSchema } from '../customer-words.ts'
import { describeIssues } from '../describe-issues.ts'
import { sameText, strictFront } from '../front.ts'
import type { Attachment, InboundMessage } from '../inbound-message.ts'
import { readJson } from '../read-json.ts'

const limitBytes = 512 * 1024

const sourceSchema = z.object({
  userId: z.optional(idSchema),
  groupId: z.optional(idSchema),
  roomId: z.optional(idSchema),
})

const shared = { webhookEventId: idSchema, timestamp: z.int(), source: sourceSchema }

const messageSchema = z.object({
  id: idSchema,
  type: z.string(),
  text: z._default(wordsSchema, ''),
  fileName: lenient(z.string()),
  fileSize: lenient(z.int().check(z.nonnegative())),
  title: lenient(z.string()),
  address: lenient(z.string()),
  latitude: lenient(z.number()),
  longitude: lenient(z.number()),
  keywords: lenient(z.array(z.string())),
  contentProvider: lenient(z.object({ type: z.string(), originalContentUrl: lenient(z.string()) })),
})

const time = lenient(z.string().check(z.regex(/^[\dT:-]{1,32}$/)))
/** Of one that asks for a time, the customer's answer stands beside what the company gave it to say. */
const postbackSchema = z.object({
  data: wordsSchema,
  params: lenient(z.object({ date: time, time, datetime: time })),
})

const pressedWords = ({ data, params }: z.infer<typeof postbackSchema>): string =>
  [data, params?.date ?? params?.time ?? params?.datetime].filter((part) => part !== undefined).join(' ')

const saidSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), ...shared, message: messageSchema }),
  /** A button, of the company's own menu: its `data` is what the button says. */
  z.object({ type: z.literal('postback'), ...shared, postback: postbackSchema }),
])
type Said = z.infer<typeof saidSchema>

const bodySchema = z.object({ destination: idSchema, events: z.array(z.unknown()) })

/** Follows, joins, receipts of videos and what was taken back are not said; on standby another program answers. */
const isForUs = (event: unknown): boolean => {
  const { type, mode, postback } = (event ?? {}) as Record<string, unknown>
  if (mode !== undefined && mode !== 'active') return false
  // A menu that turns to its other page tells so.
  const turned = (postback as { params?: { newRichMenuAliasId?: unknown } } | undefined)?.params?.newRichMenuAliasId
  return type === 'message' || (type === 'postback' && turned === undefined)
}

const kinds: ReadonlySet<string> = new Set(['image', 'video', 'audio', 'file', 'sticker', 'location'])

const attachmentsOf = (message: z.infer<typeof messageSchema>): Attachment[] => {
  const { id, type, fileName, fileSize, title, address, latitude, longitude, keywords, contentProvider } = message
  if (type === 'text') return []
  const name = shownName(fileName, title, address, keywords?.slice(0, 3).join(', '))
  const elsewhere = contentProvider?.type === 'external' ? contentProvider.originalContentUrl : undefined
  const url = latitude !== undefined && longitude !== undefined ? `geo:${latitude},${longitude}` : elsewhere
  return [
    {
      id,
      kind: kinds.has(type) ? type : 'other',
      ...(name !== undefined && { name }),
      ...(fileSize !== undefined && { size: fileSize }),
      ...(url !== undefined && { url: url.slice(0, 2_000) }),
    },
  ]
}

const toInbound = (said: Said, destination: string, key: string, now: number): InboundMessage => ({
  version: 1,
  address: { channel: 'line', account: destination, key },
  dedupeId: said.webhookEventId,
  // In a group, somebody who has not agreed to be known.
  sender: { id: said.source.userId ?? key, verified: {} },
  message: {
    ...(said.type === 'postback'
      ? { id: said.webhookEventId, text: pressedWords(said.postback), attachments: [] }
      : { id: said.message.id, text: said.message.text, attachments: attachmentsOf(said.message) }),
    sentAt: said.timestamp,
  },
  receivedAt: now,
})

const parse = (body: Buffer, now: number): Received => {
  const json = readJson(body)
  if (!json.ok) return { kind: 'unreadable', detail: json.detail }
  const delivery = bodySchema.safeParse(json.value)
  if (!delivery.success) return { kind: 'unreadable', detail: describeIssues(delivery.error.issues) }
  const messages: InboundMessage[] = []
  const details: string[] = []
  for (const event of delivery.data.events.filter(isForUs)) {
    const said = saidSchema.safeParse(event)
    const { groupId, roomId, userId } = said.data?.source ?? {}
    const key = groupId ?? roomId ?? userId
    if (!said.success) details.push(describeIssues(said.error.issues))
    else if (key === undefined) details.push('source: nobody to answer')
    else messages.push(toInbound(said.data, delivery.data.destination, key, now))
  }
  const [detail] = details
  if (messages.length > 0) return { kind: 'messages', messages, ...(detail && { unreadable: details.length }) }
  return detail === undefined ? { kind: 'ignored' } : { kind: 'unreadable', detail: `events: ${detail}` }
}

const done = { status: 200, body: '' }

/**
 * https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/: the base64 HMAC-SHA256 of the body. Not
 * the kit's own check: it decodes the signature, and so takes several spellings of one.
 */
export const lineReceiver = (): ChannelReceiver =>
  strictFront({
    secretField: 'channelSecret',
    limitBytes,
    headers: ['x-line-signature'],
    verify: ({ headers, body }, secret) =>
      sameText(createHmac('sha256', secret).update(body).digest('base64'), headers['x-line-signature'] ?? ''),
    parse: ({ body }, now) => parse(body, now),
    taken: done,
    unreadable: done,
  })
