import * as z from 'zod/mini'
import type { ChannelSecrets, ChannelSender, Delivered } from './channel.ts'
import { callProvider, postponed, retryAfterSeconds, verdictOf } from './fetch-provider.ts'
import type { OutboundMessage } from './outbound-message.ts'
import { sendInParts } from './send-in-parts.ts'
import { splitText } from './split-text.ts'

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
export const fetchSlackSender = ({ apiUrl }: SlackSettings, secrets: ChannelSecrets): ChannelSender => {
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
