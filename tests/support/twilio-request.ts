import { createHash, createHmac } from 'node:crypto'
import type { WebhookRequest } from '#shared/channel/channel.ts'
import { webhookRequestOf } from './webhook-request.ts'

export const twilioAccount = `AC${'0'.repeat(31)}1`
export const twilioUrl = 'https://desk.example/webhooks/twilio'
export const twilioToken = '12345'

const mac = (text: string) => createHmac('sha1', twilioToken).update(text).digest('base64')
const urlOf = (rawQuery: string) => (rawQuery === '' ? twilioUrl : `${twilioUrl}?${rawQuery}`)

const requestOf = (body: string | Buffer, signature: string, rawQuery: string): WebhookRequest =>
  webhookRequestOf(
    body,
    { 'x-twilio-signature': signature },
    { rawQuery, query: Object.fromEntries(new URLSearchParams(rawQuery)) },
  )

/** Whatever the fields are, as a form. */
export const formOf = (fields: unknown): string =>
  typeof fields === 'object' && fields !== null
    ? new URLSearchParams(
        Object.entries(fields).flatMap(([name, value]): [string, string][] =>
          value === undefined ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)]],
        ),
      ).toString()
    : String(fields)

/** A form as Twilio signs it: the URL, and each name with its value, by name. */
export const signedForm = (body: string | Buffer, rawQuery = ''): WebhookRequest => {
  const fields = Object.fromEntries(new URLSearchParams(body.toString()))
  const sorted = Object.keys(fields).toSorted()
  return requestOf(body, mac(urlOf(rawQuery) + sorted.map((name) => name + fields[name]).join('')), rawQuery)
}

/** Fields as Twilio posts them; the body may be spelled otherwise than they were when they were signed. */
export const twilioForm = (
  fields: Readonly<Record<string, string>>,
  { rawQuery = '', body = formOf(fields) } = {},
): WebhookRequest => ({ ...signedForm(formOf(fields), rawQuery), body: Buffer.from(body) })

/** JSON, which the URL vouches for. */
export const signedJson = (body: string | Buffer): WebhookRequest => {
  const rawQuery = `bodySHA256=${createHash('sha256').update(body).digest('hex')}`
  return requestOf(body, mac(urlOf(rawQuery)), rawQuery)
}
