import { createHmac, createPublicKey, verify } from 'node:crypto'
import type { ChannelReceiver, WebhookRequest } from '#shared/channel/channel.ts'
import { isRecent, sameText, strictFront } from '#shared/channel/front.ts'
import type { ChannelName } from '#shared/config/config.ts'

/** Whose webhooks are signed so, and which field of its secret they are signed with. */
export const schemeChannels: Readonly<Record<string, readonly [ChannelName, string]>> = {
  'slack-v0': ['slack', 'signingSecret'],
  'standard-webhooks-v1': ['standard', 'signing'],
  'twilio-hmac-sha1': ['twilio', 'authToken'],
  'twilio-hmac-sha1-bodySHA256': ['twilio', 'authToken'],
  'x-hub-signature-256': ['whatsapp', 'appSecret'],
  'line-hmac-sha256': ['line', 'channelSecret'],
  'telegram-secret-token': ['telegram', 'secretToken'],
}

export const ownField = 'secret'

type Check = (request: WebhookRequest, secret: string, now: number) => boolean

/** The same front as any channel's, and behind it nothing. */
const front = (headers: readonly string[], verify: Check): ChannelReceiver =>
  strictFront({ secretField: ownField, limitBytes: 1024 * 1024, headers, verify, parse: () => ({ kind: 'ignored' }) })

const mac = (algorithm: 'sha1' | 'sha256', key: string | Buffer, ...signed: readonly (string | Buffer)[]) => {
  const hmac = createHmac(algorithm, key)
  for (const one of signed) hmac.update(one)
  return hmac
}

const equals = (header: string, expected: (request: WebhookRequest, secret: string) => string): ChannelReceiver =>
  front([header], (request, secret) => sameText(expected(request, secret), request.headers[header] ?? ''))

const zendeskTime = 'x-zendesk-webhook-signature-timestamp'
const zendeskSignature = 'x-zendesk-webhook-signature'

const zendesk = front([zendeskTime, zendeskSignature], ({ headers, body }, secret, now) => {
  const time = headers[zendeskTime] ?? ''
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(time) ? Date.parse(time) : Number.NaN
  const expected = mac('sha256', secret, time, body).digest('base64')
  return isRecent(String(Math.floor(at / 1_000)), now) && sameText(expected, headers[zendeskSignature] ?? '')
})

const hexOf = (text: string) => Buffer.from(text, 'hex')

const signsWithEd25519: Check = ({ headers, body }, publicKey) => {
  const signature = headers['x-signature'] ?? ''
  if (!/^[0-9a-f]{64}$/i.test(publicKey) || !/^[0-9a-f]{128}$/.test(signature)) return false
  const x = hexOf(publicKey).toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return verify(null, body, key, hexOf(signature))
}

/** Schemes that no channel of Baton signs with: a later adapter would, through the same front. */
export const ownSchemes: Readonly<Record<string, ChannelReceiver>> = {
  'zendesk-webhook': zendesk,
  'intercom-hub-sha1': equals(
    'x-hub-signature',
    ({ body }, secret) => `sha1=${mac('sha1', secret, body).digest('hex')}`,
  ),
  'x-api-key': equals('x-api-key', (_, secret) => secret),
  'hmac-sha256-hex': equals('x-signature', ({ body }, key) => mac('sha256', hexOf(key), body).digest('hex')),
  ed25519: front(['x-signature'], signsWithEd25519),
}
