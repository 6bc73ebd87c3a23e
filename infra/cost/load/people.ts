import { randomUUID } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { asObject, type Json, type JsonObject } from '../../local/json.ts'
import type { LoadCallback } from './load-callback.ts'
import type { Meter } from './meter.ts'

export interface Desk {
  readonly webhookUrl: string
  readonly webhookSecret: string
  readonly apiUrl: string
  readonly token: string
  readonly callback: LoadCallback
  readonly meter: Meter
}

const sentBytes = (answer: Response, body: string): number =>
  Buffer.byteLength(body) + [...answer.headers].reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0)

/** A customer on the standard channel, who waits for each answer before writing on. */
export const createCustomer = ({ webhookUrl, webhookSecret, callback, meter }: Desk, name: string) => {
  const thread = `load-${randomUUID()}`
  let expected = 0
  const event = (text: string) => ({
    type: 'message.created',
    timestamp: new Date().toISOString(),
    data: {
      conversation: { id: thread },
      sender: { id: `customer-${thread.slice(5, 13)}`, name, verified: { email: `${name.toLowerCase()}@example.com` } },
      message: { id: `message-${randomUUID()}`, text, attachments: [] },
    },
  })
  return {
    says: async (text: string): Promise<void> => {
      const [id, at, body] = [`msg_${randomUUID()}`, new Date(), JSON.stringify(event(text))]
      const headers = {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
        'webhook-signature': new Webhook(webhookSecret).sign(id, at, body),
      }
      const answer = await fetch(webhookUrl, { method: 'POST', headers, body })
      if (answer.status !== 202) throw new Error(`the webhook answered ${answer.status}`)
      meter.count('ReceiveMessage', 'sentBytes', sentBytes(answer, await answer.text()))
    },
    hears: async (who: 'assistant' | 'agent' | 'system'): Promise<void> => {
      expected += 1
      const author = await callback.heard(thread, expected)
      if (author !== who) throw new Error(`message ${expected} was to come from the ${who}, not the ${author}`)
    },
  }
}

/** An agent of the team at work through the API. */
export const createAgent = ({ apiUrl, token, meter }: Desk) => ({
  calls: async (path: string, body: JsonObject = {}): Promise<JsonObject> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const answer = await fetch(`${apiUrl}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path} answered ${answer.status} ${text}`)
    meter.count('AgentApi', 'sentBytes', sentBytes(answer, text))
    return text ? asObject(JSON.parse(text) as Json) : {}
  },
})
