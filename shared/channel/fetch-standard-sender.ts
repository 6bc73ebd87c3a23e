import { Webhook } from 'standardwebhooks'
import type { ChannelSecrets, ChannelSender, Delivered } from './channel.ts'
import type { OutboundMessage } from './outbound-message.ts'

/** Providers are given 15 to 30 s by the standard; the door itself has 30. */
const timeoutMs = 15_000

const payload = ({ address, message }: OutboundMessage, now: number): string =>
  JSON.stringify({
    type: 'message.created',
    timestamp: new Date(now).toISOString(),
    data: {
      conversation: { id: address.key },
      author: message.author,
      message: { id: message.id, text: message.text },
    },
  })

/** `Retry-After` in seconds or as an HTTP date; whatever else it says is not an instruction. */
export const retryAfterSeconds = (header: string | null, now: number): number | undefined => {
  if (!header) return undefined
  if (/^\d{1,7}$/.test(header.trim())) return Number(header.trim())
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1_000))
}

/** 410 and the other 4xx will not get better by themselves; 408, 425, 429, 5xx and redirects (never followed) may. */
const verdict = (response: Response, now: number): Delivered => {
  if (response.ok) return { kind: 'sent' }
  const cause = `callback answered ${response.status}`
  if (response.status >= 400 && response.status < 500 && ![408, 425, 429].includes(response.status))
    return { kind: 'refused', cause }
  const wait = retryAfterSeconds(response.headers.get('retry-after'), now)
  return { kind: 'postponed', cause, ...(wait !== undefined && { retryAfterSeconds: wait }) }
}

/** Posts to the company's callback URL, signed with every active secret, `webhook-id` = the outgoing message's id. */
export const fetchStandardSender = (callbackUrl: string, secrets: ChannelSecrets): ChannelSender => ({
  send: async (message, now) => {
    const active = await secrets.read()
    // Unsigned, it would teach the receiver to do without.
    if (active.length === 0) return { kind: 'postponed', cause: 'there is no signing secret' }
    const body = payload(message, now)
    const signatures = active.map((secret) => new Webhook(secret).sign(message.message.id, new Date(now), body))
    try {
      const response = await fetch(callbackUrl, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          'content-type': 'application/json',
          'webhook-id': message.message.id,
          'webhook-timestamp': String(Math.floor(now / 1_000)),
          'webhook-signature': signatures.join(' '),
        },
        body,
      })
      await response.body?.cancel()
      return verdict(response, now)
    } catch (cause) {
      return { kind: 'postponed', cause: cause instanceof Error ? cause.name : 'unknown' }
    }
  },
})
