import { createHmac } from 'node:crypto'
import type { WebhookRequest } from '#shared/channel/channel.ts'

export interface SignedFields {
  readonly secret: string
  readonly body: string | Buffer
  /** Epoch seconds; or whatever else is to be signed in their place. */
  readonly timestamp: number | string
  readonly id?: string
}

/** The signature as the standard describes it, written without the library that the product verifies with. */
export const signatureOf = ({ secret, body, timestamp, id = 'msg-1' }: SignedFields): string => {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')}`
}

export const signedRequest = (
  fields: SignedFields,
  headers: Record<string, string | undefined> = {},
): WebhookRequest => ({
  method: 'POST',
  headers: {
    'webhook-id': fields.id ?? 'msg-1',
    'webhook-timestamp': String(fields.timestamp),
    'webhook-signature': signatureOf(fields),
    ...headers,
  },
  query: {},
  rawQuery: '',
  body: Buffer.from(fields.body),
})

/** The body of one customer's message, as the company's system sends it. */
export const messageEvent = (text = 'I was charged twice', fields: object = {}): string =>
  JSON.stringify({
    type: 'message.created',
    timestamp: '2026-11-22T09:00:00Z',
    data: {
      conversation: { id: 'their-thread' },
      sender: { id: 'u-17', name: 'Ada', verified: { email: 'ada@example.com' } },
      message: { id: 'm-1', text, attachments: [] },
      ...fields,
    },
  })
