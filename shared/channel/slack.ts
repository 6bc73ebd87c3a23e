import { createHmac } from 'node:crypto'
import * as z from 'zod/mini'
import type { ChannelReceiver, Received } from './channel.ts'
import { describeIssues } from './describe-issues.ts'
import { isRecent, sameText, strictFront } from './front.ts'
import type { InboundMessage } from './inbound-message.ts'
import { readJson } from './read-json.ts'

const limitBytes = 512 * 1024

const fileSchema = z.object({
  name: z.optional(z.string()),
  mimetype: z.optional(z.string()),
  size: z.optional(z.number()),
  url_private: z.optional(z.string()),
})

const messageSchema = z.object({
  type: z.enum(['message', 'app_mention']),
  channel: z.string().check(z.minLength(1)),
  channel_type: z.optional(z.string()),
  user: z.string().check(z.minLength(1)),
  text: z._default(z.string(), ''),
  ts: z.string().check(z.regex(/^\d{1,12}\.\d{1,9}$/)),
  thread_ts: z.optional(z.string()),
  files: z.optional(z.array(fileSchema).check(z.maxLength(20))),
})

const envelopeSchema = z.object({ team_id: z.string().check(z.minLength(1)), event: messageSchema })

/** Written by a program, or about a message and none itself; files come with a message under a subtype of their own. */
const isForUs = ({ type, subtype, bot_id }: Record<string, unknown>): boolean =>
  (type === 'message' || type === 'app_mention') &&
  bot_id === undefined &&
  (subtype === undefined || subtype === 'file_share' || subtype === 'thread_broadcast')

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

const toInbound = ({ team_id, event }: z.infer<typeof envelopeSchema>, now: number): InboundMessage => {
  const { channel, user, ts, thread_ts, files = [] } = event
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
      text: slackWords(event.text).toWellFormed(),
      attachments: files.map(({ name, mimetype, size, url_private }) => ({
        ...(name !== undefined && { name: name.toWellFormed() }),
        ...(mimetype !== undefined && { contentType: mimetype }),
        ...(Number.isSafeInteger(size) && { size }),
        ...(url_private !== undefined && { url: url_private }),
      })),
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
    parse: ({ body }, now) => parse(body, now),
    taken: done,
    unreadable: done,
  })
