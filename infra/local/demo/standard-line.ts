import { randomUUID } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import type { Callback } from './callback.ts'
import type { CustomerIdentity, CustomerLine, Delivery } from './customer-line.ts'

export interface StandardEnd {
  readonly webhookUrl: string
  readonly webhookSecret: string
}

const wrapped = ({ id, name, verified, thread }: CustomerIdentity, text: string): string =>
  JSON.stringify({
    type: 'message.created',
    timestamp: new Date().toISOString(),
    data: {
      conversation: { id: thread },
      sender: { id, name, ...(verified && { verified }) },
      message: { id: `m-${randomUUID()}`, text, attachments: [] },
    },
  })

const signed = (body: string, secret: string, at: Date): Delivery => {
  const id = `wh-${randomUUID()}`
  return {
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
    },
    body,
  }
}

/** Customers of a company that is connected by Standard Webhooks, wherever the deployment runs. */
export const standardLine = (
  { webhookUrl, webhookSecret }: StandardEnd,
  callback: Pick<Callback, 'heard'>,
): CustomerLine => ({
  signsTime: true,
  showsAuthors: true,
  threadOf: ({ thread }) => thread,
  customerIdOf: ({ id }) => id,
  signs: (customer, text, { secret = webhookSecret, at = new Date() } = {}) =>
    signed(wrapped(customer, text), secret, at),
  delivers: async (delivery) => {
    const answer = await fetch(webhookUrl, { method: 'POST', headers: delivery.headers, body: delivery.body })
    await answer.body?.cancel()
    return answer.status
  },
  heard: (thread) => callback.heard().filter((one) => one.thread === thread),
  authorOf: async (_customer, { author }) => author,
})
