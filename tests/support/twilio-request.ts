import { createHash, createHmac } from 'node:crypto'
import type { WebhookRequest } from '#shared/channel/channel.ts'
import { webhookRequestOf } from './webhook-request.ts'

export const twilioAccount = `AC${'0'.repeat(31)}1`
export const twilioUrl = 'https://desk.example/webhooks/twilio'
export const twilioToken = '12345'

const mac = (text: string, token: string) => createHmac('sha1', token).update(text).digest('base64')
const urlOf = (rawQuery: string) => (rawQuery === '' ? twilioUrl : `${twilioUrl}?${rawQuery}`)

const requestOf = (body: string, signature: string, rawQuery: string): WebhookRequest =>
  webhookRequestOf(
    body,
    { 'x-twilio-signature': signature },
    { rawQuery, query: Object.fromEntries(new URLSearchParams(rawQuery)) },
  )

/** A form as Twilio posts and signs it. */
export const twilioForm = (
  fields: Readonly<Record<string, string>>,
  { rawQuery = '', token = twilioToken, body = new URLSearchParams(fields).toString() } = {},
): WebhookRequest => {
  const sorted = Object.keys(fields).toSorted()
  const signature = mac(urlOf(rawQuery) + sorted.map((name) => name + fields[name]).join(''), token)
  return requestOf(body, signature, rawQuery)
}

/** JSON, which the URL vouches for. */
export const twilioJson = (body: string): WebhookRequest => {
  const rawQuery = `bodySHA256=${createHash('sha256').update(body).digest('hex')}`
  return requestOf(body, mac(urlOf(rawQuery), twilioToken), rawQuery)
}
