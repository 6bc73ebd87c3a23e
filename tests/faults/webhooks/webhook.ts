import type { SignedHeaders } from '#tests/support/journey.ts'

/** A request to the webhook as a stranger may send it; signed as it should be, unless it says otherwise. */
export interface Webhook {
  /** What is odd about it: `is …`, `has …`. */
  readonly what: string
  readonly body: string | Buffer
  /** Instead of the signed headers, or beside them. */
  readonly headers?: (signed: SignedHeaders) => Readonly<Record<string, string>>
  readonly id?: string
  readonly method?: string
  readonly channel?: string
  readonly ageSeconds?: number
}

/** One that has to be turned away, and how. */
export interface BadWebhook extends Webhook {
  readonly status: 400 | 401 | 404 | 405 | 413
}

/** One that has to be taken, and the text that is kept. */
export interface OddWebhook extends Webhook {
  readonly kept: string
}

/** A word that may come back nowhere but in the customer's own thread. */
export const canary = 'ultramarine-giraffe'

const attachment = { name: 'lamp.jpg', contentType: 'image/jpeg', size: 12, url: 'https://example.com/lamp.jpg' }

/** A complete event of one message, to be spoilt. */
export const wholeEvent = (text = canary) => ({
  type: 'message.created',
  timestamp: '2026-11-22T09:00:00Z',
  data: {
    conversation: { id: 'their-thread' },
    sender: { id: 'u-17', name: 'Ada', verified: { email: 'ada@example.com' } },
    message: { id: 'm-1', text, attachments: [attachment] },
  },
})

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/** The event with another value at a path such as `data.message.text`; without a value, without the field. */
export const eventWith = (path: string, value?: Json): string => {
  const names = path.split('.').filter(Boolean)
  const put = (at: Json, [name, ...rest]: readonly string[]): Json | undefined => {
    if (name === undefined) return value
    if (Array.isArray(at)) return at.map((one, n) => (String(n) === name ? (put(one, rest) ?? null) : one))
    return { ...(at as object), [name]: put((at as Record<string, Json>)[name] ?? null, rest) } as Json
  }
  return JSON.stringify(put(wholeEvent(), names)) ?? ''
}
