import type { ApiAnswer, ApiReply, ApiRequest, Person, SentFile } from './provider.ts'

/** What the app's workspace knows. */
export interface Workspace {
  readonly team: string
  readonly bot: string
  readonly botToken: string | undefined
  /** By direct message. */
  readonly people: Map<string, Person>
  readonly files: Map<string, SentFile>
  userOf(person: Person): string
  /** Slack's name of a moment, no two alike. */
  time(at: number): string
  now(): number
}

interface Posted {
  readonly channel: string
  readonly thread: string | undefined
  readonly ts: string
  readonly text: string
  readonly metadata?: unknown
}

interface Asked {
  readonly [name: string]: unknown
}

const cutAt = 40_000
const pageLimit = 1_000

const shown = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** Slack says what is wrong under a status of 200. */
export const slackFault = (error: string): ApiReply => ({ status: 200, body: { ok: false, error } })

/** Methods that write take JSON and forms, those that read take forms alone. */
const argumentsOf = ({ body, headers, query }: ApiRequest, takesJson: boolean): Asked => {
  const type = headers['content-type'] ?? ''
  if (type.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(body))
  if (!type.startsWith('application/json') || !takesJson) return Object.fromEntries(query)
  try {
    return JSON.parse(body)
  } catch {
    return {}
  }
}

const isSound = (metadata: unknown): boolean => {
  if (metadata === undefined) return true
  const { event_type, event_payload } = (metadata ?? {}) as Asked
  return typeof event_type === 'string' && event_type !== '' && typeof event_payload === 'object' && !!event_payload
}

const faultOf = ({ people }: Workspace, { channel, text, thread_ts, metadata }: Asked): string | undefined => {
  if (!people.has(String(channel))) return 'channel_not_found'
  if (typeof text !== 'string' || text === '') return 'no_text'
  if (thread_ts !== undefined && !/^\d{10}\.\d{6}$/.test(String(thread_ts))) return 'invalid_thread_ts'
  return isSound(metadata) ? undefined : 'invalid_metadata_format'
}

const post = (workspace: Workspace, posted: Posted[], asked: Asked): ApiAnswer => {
  const fault = faultOf(workspace, asked)
  if (fault) return { reply: slackFault(fault) }
  const at = workspace.now()
  const channel = String(asked.channel)
  const thread = asked.thread_ts === undefined ? undefined : String(asked.thread_ts)
  const [ts, text] = [workspace.time(at), String(asked.text).slice(0, cutAt)]
  posted.push({ channel, thread, ts, text, metadata: asked.metadata })
  return {
    reply: { status: 200, body: { ok: true, channel, ts, message: { type: 'message', ts, text } } },
    heard: { id: ts, thread: thread ? `${channel}:${thread}` : channel, text: shown(text), at },
  }
}

/** Newest first, a page at a time; metadata only for whoever asks for it. */
const list = ({ people, bot }: Workspace, posted: readonly Posted[], asked: Asked, inThread: boolean): ApiReply => {
  const { channel, ts, oldest = '0', cursor = '', limit = '100', include_all_metadata } = asked
  if (!people.has(String(channel))) return slackFault('channel_not_found')
  if (inThread && typeof ts !== 'string') return slackFault('invalid_arguments')
  const found = posted
    .filter((one) => one.channel === channel && (!inThread || one.thread === ts) && Number(one.ts) > Number(oldest))
    .toReversed()
  const to = Number(cursor) + Math.min(Number(limit), pageLimit)
  const messages = found.slice(Number(cursor), to).map(({ ts, text, metadata }) => {
    return { type: 'message', ts, text, user: bot, ...(include_all_metadata === 'true' && { metadata }) }
  })
  const next = to < found.length ? String(to) : ''
  return { status: 200, body: { ok: true, messages, has_more: next !== '', response_metadata: { next_cursor: next } } }
}

const profileOf = ({ people, team, userOf }: Workspace, { user }: Asked): ApiReply => {
  const person = [...people.values()].find((one) => userOf(one) === user)
  if (!person) return slackFault('user_not_found')
  const profile = { real_name: person.name, display_name: person.name }
  return { status: 200, body: { ok: true, user: { id: user, team_id: team, real_name: person.name, profile } } }
}

const fileAt = ({ files }: Workspace, path: string, mayRead: boolean): ApiReply => {
  // Whoever brings no token is shown the page to sign in at.
  if (!mayRead) return { status: 200, headers: { 'content-type': 'text/html' }, body: '<!DOCTYPE html>Sign in' }
  const file = files.get(/^\/files-pri\/T\w+-(F\w+)\//.exec(path)?.[1] ?? '')
  if (!file) return { status: 404, body: 'not found' }
  return { status: 200, headers: { 'content-type': file.contentType }, body: file.bytes }
}

/** The Web API and the files of one workspace, for whoever brings the bot's token. */
export const slackApi = (workspace: Workspace): ((request: ApiRequest) => ApiAnswer) => {
  const posted: Posted[] = []
  const methods: Readonly<Record<string, (request: ApiRequest) => ApiAnswer>> = {
    '/api/chat.postMessage': (request) => post(workspace, posted, argumentsOf(request, true)),
    '/api/conversations.replies': (request) => ({ reply: list(workspace, posted, argumentsOf(request, false), true) }),
    '/api/conversations.history': (request) => ({ reply: list(workspace, posted, argumentsOf(request, false), false) }),
    '/api/users.info': (request) => ({ reply: profileOf(workspace, argumentsOf(request, false)) }),
  }
  return (request) => {
    const { authorization } = request.headers
    const mayAsk = authorization === `Bearer ${workspace.botToken}`
    if (request.path.startsWith('/files-pri/')) return { reply: fileAt(workspace, request.path, mayAsk) }
    if (!mayAsk) return { reply: slackFault(authorization ? 'invalid_auth' : 'not_authed') }
    return methods[request.path]?.(request) ?? { reply: slackFault('unknown_method') }
  }
}
