import { hexDigits, randomId, sameSecret } from './ids.ts'
import type { ApiAnswer, ApiReply, ApiRequest, Delivery, SentFile, Signing } from './provider.ts'
import type { ServiceWindow } from './service-window.ts'

/** A form, one value a field. */
export type Fields = Readonly<Record<string, string>>

/** What one account knows. */
export interface TwilioAccount {
  readonly accountSid: string
  readonly authToken: string
  readonly numbers: readonly string[]
  /** The one that WhatsApp approved. */
  readonly template: { readonly sid: string; readonly says: (variable: string) => string }
  readonly webhookUrl: string
  /** Of the provider's server. */
  readonly url: string
  /** By number, `whatsapp:` before it where it is there. */
  readonly window: ServiceWindow
  readonly files: Map<string, SentFile>
  now(): number
  isOptedOut(who: string): boolean
  hearsOptOut(who: string, text: string): void
  /** A request to the webhook, with this query. */
  tells(query: string, fields: Fields, signing?: Signing): Delivery
}

const textLimit = 1_600
const templateLimit = 1_024

export const twilioFault = (status: number, code: number, message: string): ApiReply => ({
  status,
  body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
})

const number = /^(?:whatsapp:)?\+[1-9]\d{6,14}$/
const isWhatsapp = (end: string) => end.startsWith('whatsapp:')

const endFault = ({ numbers, window, isOptedOut }: TwilioAccount, form: Fields): ApiReply | undefined => {
  const { To = '', From = '', MessagingServiceSid = '' } = form
  if (To === '') return twilioFault(400, 21604, "A 'To' phone number is required.")
  if (!number.test(To) || !window.knows(To)) return twilioFault(400, 21211, `Invalid 'To' Phone Number: ${To}`)
  if (From === '' && MessagingServiceSid === '') return twilioFault(400, 21603, "A 'From' phone number is required.")
  if (From !== '' && !numbers.includes(From))
    return twilioFault(400, 21606, `The 'From' phone number ${From} is not a valid message-capable number.`)
  if (From !== '' && isWhatsapp(From) !== isWhatsapp(To))
    return twilioFault(400, 63007, 'Twilio could not find a Channel with the specified From address')
  return isOptedOut(To) ? twilioFault(400, 21610, 'Attempt to send to unsubscribed recipient') : undefined
}

const variableOf = (written: string): string | undefined => {
  try {
    const { 1: variable, ...others } = Object(JSON.parse(written))
    const isSound = typeof variable === 'string' && variable !== '' && !/[\r\n\t]| {5}/.test(variable)
    return isSound && Object.keys(others).length === 0 ? variable : undefined
  } catch {
    return undefined
  }
}

/** What the customer would read, or why nothing of it is taken. */
const textOf = ({ template }: TwilioAccount, form: Fields): string | ApiReply => {
  const { Body = '', ContentSid, ContentVariables = '' } = form
  if (ContentSid === undefined) {
    if (Body === '') return twilioFault(400, 21602, 'A text message body or media urls must be specified.')
    return Body.length <= textLimit ? Body : twilioFault(400, 21617, 'The concatenated message body exceeds 1600.')
  }
  if (ContentSid !== template.sid) return twilioFault(404, 20404, `The requested resource ${ContentSid} was not found`)
  const variable = variableOf(ContentVariables)
  if (variable === undefined) return twilioFault(400, 21656, 'The Content Variables parameter is invalid.')
  const text = template.says(variable)
  return text.length <= templateLimit ? text : twilioFault(400, 63013, 'Channel policy violation')
}

/** Where the statuses go, as long as that is the webhook that this machine delivers to. */
const queryOf = ({ webhookUrl }: TwilioAccount, { StatusCallback = '' }: Fields): string | undefined =>
  StatusCallback.split('?')[0] === webhookUrl ? StatusCallback.slice(webhookUrl.length) : undefined

/** WhatsApp's closed window shows only once the message is on its way. */
const stagesOf = (arrives: boolean, to: string): readonly Fields[] => {
  if (!arrives) return [{ MessageStatus: 'queued' }, { MessageStatus: 'undelivered', ErrorCode: '63016' }]
  const known = ['queued', 'sent', 'delivered', ...(isWhatsapp(to) ? ['read'] : [])]
  return known.map((MessageStatus) => ({ MessageStatus }))
}

const statuses = (account: TwilioAccount, form: Fields, sid: string, arrives: boolean): readonly Delivery[] => {
  const { To = '', From = account.numbers[isWhatsapp(To) ? 1 : 0] ?? '' } = form
  const query = queryOf(account, form)
  if (query === undefined) return []
  const named = { MessageSid: sid, SmsSid: sid, AccountSid: account.accountSid, To, From, ApiVersion: '2010-04-01' }
  return stagesOf(arrives, To).map((stage) =>
    account.tells(query, { ...named, SmsStatus: stage.MessageStatus ?? '', ...stage }),
  )
}

const send = (account: TwilioAccount, { body, headers }: ApiRequest): ApiAnswer => {
  if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
    return { reply: twilioFault(415, 20415, 'Unsupported media type') }
  const form: Fields = Object.fromEntries(new URLSearchParams(body))
  const fault = endFault(account, form)
  if (fault) return { reply: fault }
  const text = textOf(account, form)
  if (typeof text !== 'string') return { reply: text }
  const { To = '', From = account.numbers[isWhatsapp(To) ? 1 : 0] ?? '' } = form
  const [sid, at] = [`SM${randomId(hexDigits, 32)}`, account.now()]
  const arrives = !isWhatsapp(To) || form.ContentSid !== undefined || account.window.isOpen(To, at)
  const made = { sid, account_sid: account.accountSid, status: 'queued', to: To, from: From, body: text }
  return {
    reply: { status: 201, body: { ...made, direction: 'outbound-api', error_code: null, error_message: null } },
    ...(arrives && { heard: { id: sid, thread: `${From}:${To}`, text, at } }),
    told: statuses(account, form, sid, arrives),
  }
}

const mayAsk = ({ accountSid, authToken }: TwilioAccount, { headers }: ApiRequest): boolean =>
  sameSecret(headers.authorization ?? '', `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`)

/** The API says where a file is for a while; there it is anybody's who was told. */
const fileAt = ({ files, url }: TwilioAccount, id: string, isThere: boolean): ApiReply => {
  const file = files.get(id)
  if (!file) return twilioFault(404, 20404, `The requested resource ${id} was not found`)
  if (!isThere) return { status: 307, headers: { location: `${url}/mms/${id}?Expires=14400` } }
  return { status: 200, headers: { 'content-type': file.contentType }, body: file.bytes }
}

/** https://www.twilio.com/docs/messaging/api: messages and media of one account. */
export const twilioApi =
  (account: TwilioAccount) =>
  (request: ApiRequest): ApiAnswer => {
    const { method, path } = request
    const [, there] = /^\/mms\/(ME\w{32})$/.exec(path) ?? []
    if (there) return { reply: fileAt(account, there, true) }
    if (!mayAsk(account, request)) return { reply: twilioFault(401, 20003, 'Authenticate') }
    const own = `/2010-04-01/Accounts/${account.accountSid}`
    if (method === 'POST' && path === `${own}/Messages.json`) return send(account, request)
    const [, media] = /^\/Messages\/\w{34}\/Media\/(ME\w{32})$/.exec(path.slice(own.length)) ?? []
    if (method === 'GET' && path.startsWith(own) && media) return { reply: fileAt(account, media, false) }
    return { reply: twilioFault(404, 20404, `The requested resource ${path} was not found`) }
  }
