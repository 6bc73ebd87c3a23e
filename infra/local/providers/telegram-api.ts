import type { ApiAnswer, ApiReply, ApiRequest, SentFile } from './provider.ts'

/** What one bot knows. */
export interface Bot {
  readonly token: string
  /** By the id of their private chat. */
  readonly chats: Set<number>
  /** By `file_id`. */
  readonly files: Map<string, { readonly path: string; readonly file: SentFile }>
  nextMessageId(): number
  now(): number
}

interface Asked {
  readonly [name: string]: unknown
}

const textLimit = 4_096

/** https://core.telegram.org/bots/api#making-requests. */
export const telegramFault = (code: number, description: string, parameters?: object): ApiReply => ({
  status: code,
  body: { ok: false, error_code: code, description, ...(parameters && { parameters }) },
})
const badRequest = (what: string): ApiReply => telegramFault(400, `Bad Request: ${what}`)
const result = (value: unknown): ApiReply => ({ status: 200, body: { ok: true, result: value } })

const argumentsOf = ({ body, headers, query }: ApiRequest): Asked => {
  const type = headers['content-type'] ?? ''
  if (type.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(body))
  if (!type.startsWith('application/json')) return Object.fromEntries(query)
  try {
    return JSON.parse(body)
  } catch {
    return {}
  }
}

const sendMessage = (bot: Bot, { chat_id, text, message_thread_id }: Asked): ApiAnswer => {
  const chat = Number(chat_id)
  if (chat_id === undefined) return { reply: badRequest('chat_id is empty') }
  if (!bot.chats.has(chat)) return { reply: badRequest('chat not found') }
  if (typeof text !== 'string' || text.trim() === '') return { reply: badRequest('message text is empty') }
  if (text.length > textLimit) return { reply: badRequest('message is too long') }
  // Private chats have no topics.
  if (message_thread_id !== undefined) return { reply: badRequest('message thread not found') }
  const at = bot.now()
  const id = bot.nextMessageId()
  return {
    reply: result({ message_id: id, date: Math.floor(at / 1_000), chat: { id: chat, type: 'private' }, text }),
    heard: { id: String(id), thread: String(chat), text, at },
  }
}

const getFile = ({ files }: Bot, { file_id }: Asked): ApiReply => {
  const found = files.get(String(file_id))
  if (!found) return badRequest('invalid file_id')
  return result({ file_id, file_path: found.path, file_size: found.file.bytes.byteLength })
}

const fileAt = ({ files }: Bot, path: string): ApiReply => {
  const found = [...files.values()].find((one) => one.path === path)
  if (!found) return telegramFault(404, 'Not Found')
  return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: found.file.bytes }
}

/** https://core.telegram.org/bots/api: the token is a part of the path. */
export const telegramApi = (bot: Bot) => {
  const methods: Readonly<Record<string, (asked: Asked) => ApiAnswer>> = {
    sendMessage: (asked) => sendMessage(bot, asked),
    getFile: (asked) => ({ reply: getFile(bot, asked) }),
  }
  return (request: ApiRequest): ApiAnswer => {
    const [, file, token, rest = ''] = /^(\/file)?\/bot([^/]+)\/(.+)$/.exec(request.path) ?? []
    if (!token) return { reply: telegramFault(404, 'Not Found') }
    if (token !== bot.token) return { reply: telegramFault(401, 'Unauthorized') }
    if (file) return { reply: fileAt(bot, rest) }
    return methods[rest]?.(argumentsOf(request)) ?? { reply: telegramFault(404, 'Not Found') }
  }
}
