import { createHmac } from 'node:crypto'
import * as z from 'zod/mini'
import type { ChannelReceiver, ChannelSecrets, ChannelSender, Delivered, Received } from './channel.ts'
import { describeIssues } from './describe-issues.ts'
import { isRecent, sameText, strictFront } from './front.ts'
import type { InboundMessage } from './inbound-message.ts'
import type { OutboundMessage } from './outbound-message.ts'
import { callProvider, postponed, retryAfterSeconds, verdictOf } from './provider-call.ts'
import { readJson } from './read-json.ts'
import { sendInParts } from './send-in-parts.ts'
import { splitText } from './split-text.ts'

const limitBytes = 512 * 1024
/** Slack cuts longer texts or refuses them. */
const textLimit = 4_000

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

/** The rest is permanent: a revoked token, a channel that is gone, a bot that was not invited. */
const passing = new Set([
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'accesslimited',
])

const answerSchema = z.object({ ok: z.boolean(), error: z.optional(z.string()) })
const eventType = 'baton_message'

/** A thread's first message names it; a direct message has none. */
const placeOf = ({ address }: OutboundMessage): { readonly channel: string; readonly thread_ts?: string } => {
  const [channel = '', thread] = address.key.split(':')
  return { channel, ...(thread && { thread_ts: thread }) }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export interface SlackSettings {
  readonly apiUrl: string
}

/** `chat.postMessage` recognises no repeats: after an unknown outcome the thread is searched for the message's own id. */
export const slackSender = ({ apiUrl }: SlackSettings, secrets: ChannelSecrets): ChannelSender => {
  const call = async (method: string, body: Record<string, unknown>) => {
    const [token] = (await secrets.read()).botToken ?? []
    if (token === undefined) return undefined
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' }
    return callProvider(`${apiUrl}/${method}`, { method: 'POST', headers, body: JSON.stringify(body) })
  }

  const isThere = async (message: OutboundMessage, id: string): Promise<boolean> => {
    const { channel, thread_ts } = placeOf(message)
    const [method, where] = thread_ts ? ['conversations.replies', { ts: thread_ts }] : ['conversations.history', {}]
    const oldest = String(message.message.at / 1_000 - 60)
    const found = await call(method, { channel, ...where, oldest, include_all_metadata: true, limit: 200 })
    return found?.status !== undefined && JSON.stringify(found.json ?? '').includes(JSON.stringify(id))
  }

  return sendInParts({
    split: (text) => splitText(text, textLimit),
    sendPart: async (message, { text, index, uncertain }, now): Promise<Delivered> => {
      const id = index === 0 ? message.message.id : `${message.message.id}.${index}`
      if (uncertain && (await isThere(message, id))) return { kind: 'sent' }
      const metadata = { event_type: eventType, event_payload: { id } }
      const answer = await call('chat.postMessage', { ...placeOf(message), text: escaped(text), metadata })
      if (!answer) return postponed('there is no botToken')
      if (answer.status !== 200) return verdictOf('Slack', answer, now)
      const { data } = answerSchema.safeParse(answer.json)
      if (data?.ok) return { kind: 'sent' }
      const cause = `Slack answered ${data?.error?.slice(0, 60) ?? 'what is no answer'}`
      if (data?.error !== undefined && !passing.has(data.error)) return { kind: 'refused', cause }
      return postponed(cause, retryAfterSeconds(answer.headers.get('retry-after'), now))
    },
  })
}
