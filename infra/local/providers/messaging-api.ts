import { letters, randomId } from './ids.ts'
import {
  bringsToken,
  fieldsOf,
  jsonOf,
  metaFault,
  missing,
  notFound,
  type Parsed,
  revoked,
  unreadable,
} from './meta.ts'
import type { ApiAnswer, ApiReply, ApiRequest, Delivery, Person, SentFile, Signing } from './provider.ts'
import type { ServiceWindow } from './service-window.ts'

/** Where Messenger and Instagram differ. */
export interface Platform {
  readonly object: 'page' | 'instagram'
  /** The subcode that says so. */
  readonly windowClosed: number
  readonly textLimit: number
  readonly measure: (text: string) => number
}

/** What one page, or one professional account, knows. */
export interface Page {
  readonly platform: Platform
  readonly account: string
  /** Of the provider's server. */
  readonly url: string
  readonly accessToken: string
  readonly window: ServiceWindow
  readonly people: Map<string, Person>
  readonly files: Map<string, SentFile>
  now(): number
  /** A delivery of one event. */
  tells(event: object, signing?: Signing): Delivery
}

const kinds = ['RESPONSE', 'UPDATE', 'MESSAGE_TAG']

/** A person's words may come later than a program's, if they are called a person's. */
const mayBeSent = ({ window, now }: Page, who: string, { messaging_type, tag }: Parsed): boolean =>
  window.isOpen(who, now()) ||
  (messaging_type === 'MESSAGE_TAG' && tag === 'HUMAN_AGENT' && window.isOpenToPeople(who, now()))

const faultOf = (page: Page, asked: Parsed): ApiReply | undefined => {
  const { platform, window } = page
  const [{ id }, { text }] = [fieldsOf(asked.recipient), fieldsOf(asked.message)]
  if (typeof id !== 'string') return missing('recipient')
  if (!window.knows(id)) return metaFault({ code: 100, subcode: 2018001, message: 'No matching user found' })
  if (typeof text !== 'string' || text === '') return missing('message')
  const kind = asked.messaging_type
  if (typeof kind !== 'string' || !kinds.includes(kind)) return missing('messaging_type')
  if (kind === 'MESSAGE_TAG' && asked.tag !== 'HUMAN_AGENT')
    return metaFault({ code: 100, subcode: 2018265, message: 'Invalid tag' })
  if (platform.measure(text) > platform.textLimit)
    return metaFault({ code: 100, message: `Length of param message[text] must be at most ${platform.textLimit}` })
  if (mayBeSent(page, id, asked)) return undefined
  const message = 'This message is sent outside of allowed window.'
  return metaFault({ code: 10, subcode: platform.windowClosed, message })
}

/** It arrives, is read, and comes back as an echo of what the page itself said. */
const eventsAfter = ({ account, now }: Page, who: string, mid: string, text: string): readonly object[] => {
  const [timestamp, theirs] = [now(), { sender: { id: who }, recipient: { id: account } }]
  const ours = { sender: { id: account }, recipient: { id: who } }
  return [
    { ...ours, timestamp, message: { mid, text, is_echo: true, app_id: 1 } },
    { ...theirs, timestamp, delivery: { mids: [mid], watermark: timestamp } },
    { ...theirs, timestamp, read: { mid, watermark: timestamp } },
  ]
}

const send = (page: Page, request: ApiRequest): ApiAnswer => {
  const asked = jsonOf(request)
  const fault = asked ? faultOf(page, asked) : unreadable()
  if (!asked || fault) return { reply: fault ?? unreadable() }
  const [thread, text] = [String(fieldsOf(asked.recipient).id), String(fieldsOf(asked.message).text)]
  const id = `m_${randomId(letters, 60)}`
  return {
    reply: { status: 200, body: { recipient_id: thread, message_id: id } },
    heard: { id, thread, text, at: page.now() },
    told: eventsAfter(page, thread, id, text).map((event) => page.tells(event)),
  }
}

/** What is asked for by name, as far as the platform knows it, and the id. */
const profileOf = ({ people, platform }: Page, id: string, fields: readonly string[]): ApiReply => {
  const person = people.get(id)
  if (!person) return notFound(id)
  const [first_name = '', ...others] = person.name.split(' ')
  const known: Readonly<Record<string, string>> =
    platform.object === 'page'
      ? { name: person.name, first_name, last_name: others.join(' ') }
      : { name: person.name, username: person.name.toLowerCase().replaceAll(' ', '.') }
  const strange = fields.find((field) => known[field] === undefined)
  if (strange) return metaFault({ code: 100, message: `Tried accessing nonexisting field (${strange})` })
  return { status: 200, body: { ...Object.fromEntries(fields.map((field) => [field, known[field]])), id } }
}

const fileOf = ({ files }: Page, id: string): ApiReply => {
  const file = files.get(id)
  return file
    ? { status: 200, headers: { 'content-type': file.contentType }, body: file.bytes }
    : { status: 404, body: 'URL signature mismatch' }
}

/** The Send API, people's names, and the files that they sent, which need no token. */
export const messagingApi =
  (page: Page) =>
  (request: ApiRequest): ApiAnswer => {
    const { method, path, query } = request
    const [, file] = /^\/cdn\/(\w+)$/.exec(path) ?? []
    if (file) return { reply: fileOf(page, file) }
    if (!bringsToken(request, page.accessToken)) return { reply: revoked() }
    const [, object = '', edge] = /^\/v\d+\.\d+\/(\w+)(\/messages)?$/.exec(path) ?? []
    if (method === 'POST' && edge && [page.account, 'me'].includes(object)) return send(page, request)
    return {
      reply:
        method === 'GET' && !edge ? profileOf(page, object, query.get('fields')?.split(',') ?? []) : notFound(object),
    }
  }
