import type { SignedHeaders } from '#tests/support/journey.ts'
import { type BadWebhook, canary, wholeEvent } from './webhook.ts'

const body = JSON.stringify(wholeEvent())
type Name = keyof SignedHeaders
const names: readonly Name[] = ['webhook-id', 'webhook-timestamp', 'webhook-signature']

const forged = (what: string, headers: NonNullable<BadWebhook['headers']>): BadWebhook => ({
  what,
  body,
  status: 401,
  headers,
})
const changed = (what: string, name: Name, change: (value: string) => string): BadWebhook =>
  forged(what, (signed) => ({ ...signed, [name]: change(signed[name]) }))

const timestamps = ['', '0', '-1', '1e9', '0x5f5e100', 'NaN', 'Infinity', '9999999999999', 'yesterday', '2026-11-22']
const base64 = (signature: string): string => signature.slice('v1,'.length)

/** A good body whose headers do not prove it. */
export const badSignatures: readonly BadWebhook[] = [
  forged('has no signature at all', () => ({})),
  ...names.flatMap((name) => [
    forged(`has no ${name}`, (signed) => {
      const { [name]: _left, ...others } = signed
      return others
    }),
    changed(`has an empty ${name}`, name, () => ''),
    changed(`has ${name} twice`, name, (value) => `${value}, ${value}`),
    changed(`has another ${name}`, name, (value) => `${value.slice(0, -2)}${value.endsWith('1=') ? '2' : '1'}=`),
  ]),
  ...timestamps.map((value) => changed(`is from "${value}"`, 'webhook-timestamp', () => value)),
  changed('has a fraction of a second', 'webhook-timestamp', (value) => `${value}.5`),
  changed('has a sign before its time', 'webhook-timestamp', (value) => `+${value}`),
  changed('has milliseconds for seconds', 'webhook-timestamp', (value) => `${value}000`),
  changed('has no version', 'webhook-signature', base64),
  changed('has a version of the future', 'webhook-signature', (value) => `v2,${base64(value)}`),
  changed('has the version of another key', 'webhook-signature', (value) => `v1a,${base64(value)}`),
  changed('has a signature of nothing', 'webhook-signature', () => 'v1,'),
  changed('has a signature cut short', 'webhook-signature', (value) => value.slice(0, -8)),
  changed('has a signature with something behind it', 'webhook-signature', (value) => `${value}A`),
  changed(
    'has a signature in hexadecimal',
    'webhook-signature',
    (value) => `v1,${Buffer.from(base64(value), 'base64').toString('hex')}`,
  ),
  changed('has a signature in small letters', 'webhook-signature', (value) => value.toLowerCase()),
  changed('has 200 signatures, none of them ours', 'webhook-signature', (value) =>
    Array(200)
      .fill(`v1,${base64(value).split('').reverse().join('')}`)
      .join(' '),
  ),
  { what: 'is five minutes old', body, status: 401, ageSeconds: 301 },
  { what: 'comes from the future', body, status: 401, ageSeconds: -305 },
  { what: 'is ten years old', body, status: 401, ageSeconds: 315_360_000 },
  { what: 'has an id too long for a key', body, status: 400, id: 'i'.repeat(257) },
  ...['PUT', 'PATCH', 'DELETE', 'GET', 'OPTIONS'].map(
    (method): BadWebhook => ({ what: `comes by ${method}`, body: method === 'GET' ? '' : body, status: 405, method }),
  ),
  ...['telegram', '__proto__', 'constructor', 'toString', 'STANDARD', 'standard%00', canary].map(
    (channel): BadWebhook => ({ what: `goes to the channel ${channel}`, body, status: 404, channel }),
  ),
]
