import * as z from 'zod/mini'
import type { ChannelSecrets, ChannelSender, Delivered } from '../channel.ts'
import { lenient } from '../customer-words.ts'
import {
  callProvider,
  type NoAnswer,
  type ProviderAnswer,
  postponed,
  retryAfterSeconds,
  verdictOf,
} from '../fetch-provider.ts'
import type { OutboundMessage } from '../outbound-message.ts'
import { type Part, sendInParts } from '../send-in-parts.ts'
import { splitText } from '../split-text.ts'

/** Slack cuts longer texts or refuses them. */
const textLimit = 4_000

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

/** Other programs write beside their messages, too: only our own kind of note counts. */
const listedSchema = z.object({
  metadata: lenient(z.object({ event_type: z.literal(eventType), event_payload: z.object({ id: z.string() }) })),
})
const listSchema = z.object({
  messages: z.array(lenient(listedSchema)),
  response_metadata: lenient(z.object({ next_cursor: lenient(z.string()) })),
})
/** A thousand messages in a thread since this one was written: whatever is behind them was not sent a moment ago. */
const pagesLimit = 5

/** A thread's first message names it; a direct message has none. */
const placeOf = ({ address }: OutboundMessage): { readonly channel: string; readonly thread_ts?: string } => {
  const [channel = '', thread] = address.key.split(':')
  return { channel, ...(thread && { thread_ts: thread }) }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const idOf = ({ message }: OutboundMessage, { index }: Part): string =>
  index === 0 ? message.id : `${message.id}.${index}`

/** What is no code may quote what was sent. */
const codeOf = (error: string): string => (/^[a-z0-9_]{1,60}$/.test(error) ? error : 'what is no code')

/** Slack says what is wrong under a status of 200. */
const verdict = (answer: ProviderAnswer | NoAnswer, now: number): Delivered => {
  if (answer.status !== 200) return verdictOf('Slack', answer, now)
  const { data } = answerSchema.safeParse(answer.json)
  if (data?.ok) return { kind: 'sent' }
  const cause = `Slack answered ${data?.error === undefined ? 'what is no answer' : codeOf(data.error)}`
  if (data?.error !== undefined && !passing.has(data.error)) return { kind: 'refused', cause }
  return postponed(cause, retryAfterSeconds(answer.headers.get('retry-after'), now))
}

export interface SlackSettings {
  readonly apiUrl: string
}

/** `chat.postMessage` recognises no repeats: after an unknown outcome the thread is searched for the message's own id. */
export const fetchSlackSender = ({ apiUrl }: SlackSettings, secrets: ChannelSecrets): ChannelSender => {
  const call = (method: string, token: string, contentType: string, body: string) =>
    callProvider(`${apiUrl}/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': contentType },
      body,
    })

  /** Methods that read take forms only: JSON is answered as if nothing had been asked. */
  const list = (message: OutboundMessage, token: string, cursor: string) => {
    const { channel, thread_ts } = placeOf(message)
    const oldest = String(message.message.at / 1_000 - 60)
    const asked = { channel, ...(thread_ts && { ts: thread_ts }), ...(cursor && { cursor }), oldest }
    const form = new URLSearchParams({ ...asked, include_all_metadata: 'true', limit: '200' })
    const method = thread_ts ? 'conversations.replies' : 'conversations.history'
    return call(method, token, 'application/x-www-form-urlencoded', form.toString())
  }

  /** Undefined when it is surely not there, or nobody lets us look: then a doubled message is better than a lost one. */
  const earlierTry = async (
    message: OutboundMessage,
    id: string,
    token: string,
    now: number,
  ): Promise<Delivered | undefined> => {
    let cursor = ''
    for (let page = 0; page < pagesLimit; page += 1) {
      const answer = await list(message, token, cursor)
      const readable = verdict(answer, now)
      if (readable.kind !== 'sent') return readable.kind === 'postponed' ? readable : undefined
      const listed = answer.status === undefined ? undefined : listSchema.safeParse(answer.json).data
      if (listed?.messages.some((one) => one?.metadata?.event_payload.id === id)) return { kind: 'sent' }
      cursor = listed?.response_metadata?.next_cursor ?? ''
      if (cursor === '') return undefined
    }
    return undefined
  }

  return sendInParts({
    split: (text) => splitText(text, textLimit),
    sendPart: async (message, part, now): Promise<Delivered> => {
      const [token] = (await secrets.read()).botToken ?? []
      if (token === undefined) return postponed('there is no botToken')
      const id = idOf(message, part)
      const earlier = part.uncertain ? await earlierTry(message, id, token, now) : undefined
      if (earlier) return earlier
      const metadata = { event_type: eventType, event_payload: { id } }
      const body = JSON.stringify({ ...placeOf(message), text: escaped(part.text), metadata })
      return verdict(await call('chat.postMessage', token, 'application/json; charset=utf-8', body), now)
    },
  })
}
