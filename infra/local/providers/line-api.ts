import { digits, hexDigits, randomId } from './ids.ts'
import type { ApiAnswer, ApiReply, ApiRequest, Heard, Person, SentFile } from './provider.ts'

/** What one official account knows. */
export interface OfficialAccount {
  readonly accessToken: string
  /** By user id. */
  readonly friends: Map<string, Person>
  /** By message id. */
  readonly files: Map<string, SentFile>
  now(): number
}

interface Push {
  readonly to?: unknown
  readonly messages?: unknown
}

const textLimit = 5_000
const messagesLimit = 5

export const lineFault = (status: number, message: string, details?: readonly object[]): ApiReply => ({
  status,
  body: { message, ...(details && { details }) },
})

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

const parsed = (body: string): Push | undefined => {
  try {
    return JSON.parse(body) ?? undefined
  } catch {
    return undefined
  }
}

const faultOf = ({ friends }: OfficialAccount, { to, messages }: Push): ApiReply | undefined => {
  if (typeof to !== 'string' || !friends.has(to))
    return lineFault(400, "The property, 'to', in the request body is invalid (line: -, column: -)")
  if (!Array.isArray(messages) || messages.length < 1 || messages.length > messagesLimit)
    return lineFault(400, 'The request body has 1 error(s)', [
      { message: 'Size must be between 1 and 5', property: 'messages' },
    ])
  const details = messages.flatMap(({ type, text } = {}, index) => {
    if (type !== 'text')
      return [{ message: 'Must be one of the following values: [text]', property: `messages[${index}].type` }]
    if (typeof text !== 'string' || text === '')
      return [{ message: 'May not be empty', property: `messages[${index}].text` }]
    return text.length > textLimit
      ? [{ message: `Length must be between 0 and ${textLimit}`, property: `messages[${index}].text` }]
      : []
  })
  return details.length > 0 ? lineFault(400, `The request body has ${details.length} error(s)`, details) : undefined
}

interface Taken {
  readonly requestId: string
  readonly sentMessages: readonly object[]
}

const push = (account: OfficialAccount, taken: Map<string, Taken>, { headers, body }: ApiRequest): ApiAnswer => {
  const retryKey = headers['x-line-retry-key']
  if (!headers['content-type']?.startsWith('application/json'))
    return { reply: lineFault(415, 'Unsupported Media Type') }
  if (retryKey !== undefined && !uuid.test(retryKey))
    return { reply: lineFault(400, "Invalid value for 'X-Line-Retry-Key'") }
  const before = taken.get(retryKey ?? '')
  if (before) {
    const told = { message: 'The retry key is already accepted', sentMessages: before.sentMessages }
    return { reply: { status: 409, headers: { 'x-line-accepted-request-id': before.requestId }, body: told } }
  }
  const asked = parsed(body)
  const fault = asked ? faultOf(account, asked) : lineFault(400, 'The request body could not be parsed as JSON')
  if (fault || !asked) return { reply: fault ?? lineFault(400, '') }
  const texts = (asked.messages as readonly { readonly text: string }[]).map(({ text }) => text)
  const heard: Heard[] = texts.map((text) => ({
    id: randomId(digits, 18),
    thread: String(asked.to),
    text,
    at: account.now(),
  }))
  const sentMessages = heard.map(({ id }) => ({ id, quoteToken: randomId(hexDigits, 32) }))
  const requestId = randomId(hexDigits, 32)
  if (retryKey !== undefined) taken.set(retryKey, { requestId, sentMessages })
  return { reply: { status: 200, headers: { 'x-line-request-id': requestId }, body: { sentMessages } }, heard }
}

const contentOf = ({ files }: OfficialAccount, id: string): ApiReply => {
  const file = files.get(id)
  if (!file) return lineFault(404, 'Not found')
  return { status: 200, headers: { 'content-type': file.contentType }, body: file.bytes }
}

const profileOf = ({ friends }: OfficialAccount, userId: string): ApiReply => {
  const person = friends.get(userId)
  return person
    ? { status: 200, body: { userId, displayName: person.name, language: 'en' } }
    : lineFault(404, 'Not found')
}

/** https://developers.line.biz/en/reference/messaging-api/, its data host's paths included. */
export const lineApi = (account: OfficialAccount) => {
  const taken = new Map<string, Taken>()
  return (request: ApiRequest): ApiAnswer => {
    if (request.headers.authorization !== `Bearer ${account.accessToken}`) {
      const what = 'Authentication failed. Confirm that the access token in the authorization header is valid.'
      return { reply: lineFault(401, what) }
    }
    if (request.method === 'POST' && request.path === '/v2/bot/message/push') return push(account, taken, request)
    const [, messageId] = /^\/v2\/bot\/message\/(\d+)\/content$/.exec(request.path) ?? []
    const [, userId] = /^\/v2\/bot\/profile\/(\w+)$/.exec(request.path) ?? []
    if (messageId) return { reply: contentOf(account, messageId) }
    return { reply: userId ? profileOf(account, userId) : lineFault(404, 'Not found') }
  }
}
