import { createHmac } from 'node:crypto'
import * as z from 'zod/mini'
import type { ChannelReceiver, Received } from '../channel.ts'
import { idSchema, lenient, storableText } from '../customer-words.ts'
import { describeIssues } from '../describe-issues.ts'
import { isRecent, sameText, strictFront } from '../front.ts'
import type { Attachment, InboundMessage } from '../inbound-message.ts'
import { readJson } from '../read-json.ts'

const limitBytes = 512 * 1024

const timeSchema = z.string().check(z.regex(/^\d{1,12}\.\d{1,9}$/))

const fileSchema = z.object({
  id: lenient(idSchema),
  name: lenient(z.string()),
  mimetype: lenient(z.string()),
  size: lenient(z.int().check(z.nonnegative())),
  url_private: lenient(z.string()),
})

const messageSchema = z.object({
  type: z.enum(['message', 'app_mention']),
  channel: idSchema,
  channel_type: z.optional(z.string()),
  user: idSchema,
  text: z._default(z.string(), ''),
  ts: timeSchema,
  thread_ts: z.optional(timeSchema),
  files: lenient(z.array(lenient(fileSchema))),
})

const envelopeSchema = z.object({ team_id: idSchema, event: messageSchema })

/** Of what has a subtype, these alone are somebody's words; all else is about a message. */
const saidSubtypes: ReadonlySet<unknown> = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message'])

/** Not what a program wrote. */
const isForUs = ({ type, subtype, bot_id }: Record<string, unknown>): boolean =>
  (type === 'message' || type === 'app_mention') && bot_id === undefined && saidSubtypes.has(subtype)

const named: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

/** What the customer saw: `<https://x|there>`, `<@U1|ada>` and escaped signs are Slack's own spelling. */
export const slackWords = (text: string): string =>
  text
    .replace(/<([@#!]?)([^<>|\s]+)(?:\|([^<>]*))?>/g, (_, sign: string, target: string, label?: string) =>
      sign === ''
        ? label && label !== target
          ? `${label} (${target})`
          : target
        : `${sign === '#' ? '#' : '@'}${label ?? target}`,
    )
    .replace(/&(?:amp|lt|gt);/g, (name) => named[name] ?? name)

/** As many as a person looks through; nothing of the text depends on them. */
const filesLimit = 20

const attachmentOf = ({ id, name, mimetype, size, url_private }: z.infer<typeof fileSchema> = {}): Attachment => ({
  kind: /^(image|audio|video)\//.exec(mimetype ?? '')?.[1] ?? 'file',
  ...(id !== undefined && { id }),
  ...(name !== undefined && { name: name.slice(0, 200).toWellFormed() }),
  ...(mimetype !== undefined && { contentType: mimetype.slice(0, 200).toWellFormed() }),
  ...(size !== undefined && { size }),
  ...(url_private !== undefined && { url: url_private.slice(0, 2_000).toWellFormed() }),
})

/** What was forwarded, or is made of blocks alone, is never nothing: a person looks at it in Slack. */
const seenInSlack: Attachment = { kind: 'other' }

const attachmentsOf = (text: string, files: readonly (z.infer<typeof fileSchema> | undefined)[]): Attachment[] =>
  text.trim() === '' && files.length === 0 ? [seenInSlack] : files.slice(0, filesLimit).map(attachmentOf)

const toInbound = ({ team_id, event }: z.infer<typeof envelopeSchema>, now: number): InboundMessage => {
  const { channel, user, ts, thread_ts, files = [] } = event
  const text = storableText(slackWords(event.text))
  return {
    version: 1,
    address: {
      channel: 'slack',
      account: team_id,
      key: event.channel_type === 'im' ? channel : `${channel}:${thread_ts ?? ts}`,
    },
    // A mention comes as two events: both are this one message.
    dedupeId: `${team_id}:${channel}:${ts}`,
    sender: { id: user, verified: {} },
    message: {
      id: ts,
      text,
      attachments: attachmentsOf(text, files),
      sentAt: Math.floor(Number(ts) * 1_000),
    },
    receivedAt: now,
  }
}

const parse = (body: Buffer, now: number): Received => {
  const json = readJson(body)
  if (!json.ok) return { kind: 'unreadable', detail: json.detail }
  const { type, challenge, event } = (json.value ?? {}) as Record<string, unknown>
  if (type === 'url_verification' && typeof challenge === 'string')
    return { kind: 'answered', reply: { status: 200, contentType: 'text/plain; charset=utf-8', body: challenge } }
  if (type !== 'event_callback' || typeof event !== 'object' || event === null) return { kind: 'ignored' }
  if (!isForUs(event as Record<string, unknown>)) return { kind: 'ignored' }
  const envelope = envelopeSchema.safeParse(json.value)
  if (!envelope.success) return { kind: 'unreadable', detail: describeIssues(envelope.error.issues) }
  return { kind: 'messages', messages: [toInbound(envelope.data, now)] }
}

const done = { status: 200, body: '' }

/** https://docs.slack.dev/authentication/verifying-requests-from-slack: `v0=` and the hex HMAC-SHA256 of `v0:time:body`. */
export const slackReceiver = (): ChannelReceiver =>
  strictFront({
    secretField: 'signingSecret',
    limitBytes,
    headers: ['x-slack-request-timestamp', 'x-slack-signature'],
    verify: ({ headers, body }, secret, now) => {
      const timestamp = headers['x-slack-request-timestamp']
      const mac = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')
      return isRecent(timestamp, now) && sameText(`v0=${mac}`, headers['x-slack-signature'] ?? '')
    },
    signsTime: true,
    parse: ({ body }, now) => parse(body, now),
    taken: done,
    unreadable: done,
  })
