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
import type { ApiAnswer, ApiReply, ApiRequest, Delivery, SentFile, Signing } from './provider.ts'
import type { ServiceWindow } from './service-window.ts'

/** What one number knows. */
export interface BusinessNumber {
  readonly phoneNumberId: string
  /** Of the provider's server. */
  readonly url: string
  readonly accessToken: string
  /** The one that was approved. */
  readonly template: { readonly name: string; readonly language: string; readonly says: (variable: string) => string }
  /** By telephone number. */
  readonly window: ServiceWindow
  /** By media id. */
  readonly files: Map<string, SentFile>
  now(): number
  /** A delivery that says this of the number. */
  tells(value: object, signing?: Signing): Delivery
}

/** What a message says to the customer, or why it says nothing. */
type Content = { readonly text: string; readonly isFree: boolean } | { readonly fault: ApiReply }

const textLimit = 4_096
const templateLimit = 1_024
const nameLimit = 512

const bad = (code: number, message: string): Content => ({ fault: metaFault({ code, message }) })

const textOf = ({ text }: Parsed): Content => {
  const { body } = fieldsOf(text)
  if (typeof body !== 'string' || body === '') return { fault: missing("text['body']") }
  if (body.length <= textLimit) return { text: body, isFree: true }
  return bad(100, `Param text['body'] must be at most ${textLimit} characters long.`)
}

const templateOf = ({ template: approved }: BusinessNumber, { template }: Parsed): Content => {
  const { name, language, components } = fieldsOf(template)
  if (name !== approved.name || fieldsOf(language).code !== approved.language)
    return bad(132001, 'Template name does not exist in the translation')
  const [component, ...others] = Array.isArray(components) ? components : []
  const { type, parameters } = fieldsOf(component)
  const [parameter, ...more] = Array.isArray(parameters) ? parameters : []
  const variable = fieldsOf(parameter).text
  const isOne = others.length === 0 && more.length === 0 && type === 'body' && fieldsOf(parameter).type === 'text'
  if (!isOne || typeof variable !== 'string' || variable === '')
    return bad(132000, 'Number of parameters does not match the expected number of params')
  if (/[\n\t]| {5}/.test(variable))
    return bad(132018, 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces')
  const text = approved.says(variable)
  return text.length <= templateLimit ? { text, isFree: false } : bad(132005, 'Translated text too long')
}

const contentOf = (number: BusinessNumber, asked: Parsed): Content => {
  if (asked.type === 'text' || asked.type === undefined) return textOf(asked)
  if (asked.type === 'template') return templateOf(number, asked)
  return bad(100, 'Param type must be one of {TEXT, TEMPLATE}.')
}

const faultOf = ({ window }: BusinessNumber, asked: Parsed): ApiReply | undefined => {
  if (asked.messaging_product !== 'whatsapp') return missing('messaging_product')
  if (typeof asked.to !== 'string') return missing('to')
  if (!window.knows(asked.to.replace(/^\+/, ''))) return metaFault({ code: 131026, message: 'Message undeliverable' })
  const name = asked.biz_opaque_callback_data
  if (name === undefined || (typeof name === 'string' && name.length <= nameLimit)) return undefined
  return metaFault({
    code: 100,
    message: `Param biz_opaque_callback_data must be at most ${nameLimit} characters long.`,
  })
}

const tooLate = {
  code: 131047,
  title: 'Re-engagement message',
  message: 'Re-engagement message',
  error_data: {
    details: 'Message failed to send because more than 24 hours have passed since the customer last replied.',
  },
}

/** A text that comes too late is taken as any other, and its status tells that it was not delivered. */
const send = (number: BusinessNumber, request: ApiRequest): ApiAnswer => {
  const asked = jsonOf(request)
  if (!asked) return { reply: unreadable() }
  const fault = faultOf(number, asked)
  if (fault) return { reply: fault }
  const content = contentOf(number, asked)
  if ('fault' in content) return { reply: content.fault }
  const [at, thread] = [number.now(), String(asked.to).replace(/^\+/, '')]
  const arrives = !content.isFree || number.window.isOpen(thread, at)
  const id = `wamid.${randomId(letters, 48)}`
  const named = { biz_opaque_callback_data: asked.biz_opaque_callback_data }
  const about = { id, recipient_id: thread, timestamp: String(Math.floor(at / 1_000)), ...named }
  const statuses = arrives ? ['sent', 'delivered', 'read'] : ['failed']
  return {
    reply: {
      status: 200,
      body: { messaging_product: 'whatsapp', contacts: [{ input: asked.to, wa_id: thread }], messages: [{ id }] },
    },
    ...(arrives && { heard: { id, thread, text: content.text, at } }),
    told: statuses.map((status) =>
      number.tells({ statuses: [{ ...about, status, ...(status === 'failed' && { errors: [tooLate] }) }] }),
    ),
  }
}

/** Where a file is, for five minutes; there the token is wanted once more. */
const placeOf = ({ files, url }: BusinessNumber, id: string): ApiReply => {
  const file = files.get(id)
  if (!file) return notFound(id)
  const place = `${url}/whatsapp_business/attachments/?mid=${id}`
  const { contentType: mime_type, bytes } = file
  return {
    status: 200,
    body: { messaging_product: 'whatsapp', url: place, mime_type, file_size: bytes.byteLength, id },
  }
}

const fileOf = ({ files }: BusinessNumber, id: string): ApiReply => {
  const file = files.get(id)
  return file
    ? { status: 200, headers: { 'content-type': file.contentType }, body: file.bytes }
    : { status: 404, body: '' }
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference: messages and media. */
export const whatsappApi =
  (number: BusinessNumber) =>
  (request: ApiRequest): ApiAnswer => {
    const { method, path, query } = request
    if (!bringsToken(request, number.accessToken)) return { reply: revoked() }
    if (path === '/whatsapp_business/attachments/') return { reply: fileOf(number, query.get('mid') ?? '') }
    const [, object = '', edge] = /^\/v\d+\.\d+\/(\w+)(\/messages)?$/.exec(path) ?? []
    if (method === 'POST' && edge && object === number.phoneNumberId) return send(number, request)
    return { reply: method === 'GET' && !edge ? placeOf(number, object) : notFound(object) }
  }
