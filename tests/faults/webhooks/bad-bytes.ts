import { gzipSync } from 'node:zlib'
import { type BadWebhook, canary, wholeEvent } from './webhook.ts'

const event = JSON.stringify(wholeEvent())
const bad = (what: string, body: string | Buffer, status: 400 | 413 = 400): BadWebhook => ({ what, body, status })

const cuts = 24
const truncated = Array.from({ length: cuts }, (_, n) => {
  const at = Math.floor((event.length * n) / cuts)
  return bad(`is cut after ${at} characters`, event.slice(0, at))
})

const nested = (depth: number, [open, close]: readonly [string, string]): readonly BadWebhook[] => [
  bad(`is nested ${depth} deep in ${open}`, open.repeat(depth) + close.repeat(depth)),
  bad(
    `has a field nested ${depth} deep in ${open}`,
    `{"extra":${open.repeat(depth)}0${close.repeat(depth)},${event.slice(1)}`,
  ),
]
const list = ['[', ']'] as const
const object = ['{"a":', '}'] as const

/** The event with these bytes in place of the customer's word. */
const withBytes = (...bytes: readonly number[]): Buffer => {
  const [before = '', after = ''] = event.split(canary)
  return Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)])
}

const padded = (bytes: number): Buffer => {
  const whole = Buffer.from(`${event.slice(0, -1)},"padding":""}`)
  return Buffer.concat([whole.subarray(0, -2), Buffer.alloc(bytes - whole.byteLength, 'p'), whole.subarray(-2)])
}
const mebibyte = 1024 * 1024

/** Bodies that are no JSON, no UTF-8, too deep or too large. */
export const badBytes: readonly BadWebhook[] = [
  ...truncated,
  ...[33, 1_000, 10_000, 80_000].flatMap((depth) => [...nested(depth, list), ...nested(depth, object)]),
  bad('is white space', ' \r\n\t '),
  bad('begins with a byte order mark', `\ufeff${event}`),
  bad('is two events', event + event),
  bad('is an event a line, 1,000 of them', Array(1_000).fill('{"type":"message.created"}').join('\n')),
  bad('is a list of 1,000 events', JSON.stringify(Array(1_000).fill({ type: 'message.created', data: {} }))),
  bad('has 1,000 events for data', JSON.stringify({ ...wholeEvent(), data: Array(1_000).fill({ id: 'm' }) })),
  bad('has a comma too many', event.replace(/}$/, ',}')),
  bad('is quoted singly', event.replaceAll('"', "'")),
  bad('has a comment', `/* hello */ ${event}`),
  bad('has a name without quotes', event.replace('"type"', 'type')),
  bad('is not a number', 'NaN'),
  bad('is infinite', '-Infinity'),
  bad('has a number in hexadecimal', event.replace('"size":12', '"size":0x0c')),
  bad('has a number with a zero before it', event.replace('"size":12', '"size":012')),
  bad('has a number without end', event.replace('"size":12', `"size":1${'0'.repeat(400)}`)),
  bad('has its message twice, last as a number', event.replace(/}}$/, ',"message":7}}')),
  bad('has its data twice, last as nothing', event.replace(/}$/, ',"data":null}')),
  bad('has its data in a prototype', `{"type":"message.created","__proto__":${event}}`),
  bad('has its message in a prototype', event.replace('"message":', '"__proto__":')),
  bad('has its message in a constructor', event.replace('"message":', '"constructor":')),
  bad(
    'has a prototype for an attachment',
    event.replace(/"attachments":\[.*?\]/, '"attachments":[{"size":{"__proto__":1}}]'),
  ),
  bad('is the constructor of nothing', '{"constructor":{"prototype":{"type":"message.created"}}}'),
  bad('holds a raw NUL', event.replace(canary, `${canary}\0`)),
  bad('holds a raw line break', event.replace(canary, `${canary}\n`)),
  bad('holds a raw escape character', event.replace(canary, `${canary}\u001b[2J`)),
  bad('ends a text with a backslash', event.replace(canary, `${canary}\\`)),
  bad('escapes what cannot be escaped', event.replace(canary, '\\x41')),
  bad('escapes half a character', event.replace(canary, '\\u12')),
  bad('is a form', `type=message.created&text=${canary}`),
  bad('is XML', `<?xml version="1.0"?><message>${canary}</message>`),
  bad('is a multipart form', `--x\r\ncontent-disposition: form-data; name="data"\r\n\r\n${event}\r\n--x--`),
  bad('is base64', Buffer.from(event).toString('base64')),
  bad('is JSON in a text', JSON.stringify(event)),
  bad('is compressed', gzipSync(event)),
  bad('is UTF-16', Buffer.from(event, 'utf16le')),
  bad('is UTF-16 the other way round', Buffer.from(event, 'utf16le').swap16()),
  bad('is Latin-1', withBytes(0x66, 0xfc, 0x72)),
  bad('has a NUL in two bytes', withBytes(0xc0, 0x80)),
  bad('has half a pair in three bytes', withBytes(0xed, 0xa0, 0xbd)),
  bad('has a character beyond the last', withBytes(0xf5, 0x80, 0x80, 0x80)),
  bad('has a character without its end', withBytes(0xe2, 0x82)),
  bad('has an end without its character', withBytes(0x80)),
  bad('is the bytes 0 to 255', Buffer.from(Array.from({ length: 256 }, (_, n) => n))),
  bad('is one byte more than may be', padded(512 * 1024 + 1), 413),
  bad('is a mebibyte', padded(mebibyte), 413),
  bad('is a mebibyte and a byte', padded(mebibyte + 1), 413),
  bad('is three megabytes of a text', padded(3_000_000), 413),
  bad('is three megabytes of brackets', '['.repeat(3_000_000), 413),
  bad('is three megabytes of nothing', Buffer.alloc(3_000_000), 413),
]
