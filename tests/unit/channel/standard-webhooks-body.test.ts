import { expect, test } from 'vitest'
import { standardWebhooks, webhookLimitBytes } from '#shared/channel/standard/standard-webhooks.ts'
import { messageEvent, signedRequest } from '#tests/support/signed-request.ts'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const timestamp = 1_700_000_000
const now = timestamp * 1_000 + 500
const receive = (body: string | Buffer) =>
  standardWebhooks.receive(signedRequest({ secret, body, timestamp, id: 'msg-7' }), { signing: [secret] }, now)
const kindOf = async (body: string | Buffer) => (await receive(body)).kind

test('a message arrives with its sender, its thread and the delivery it came in', async () => {
  expect(await receive(messageEvent('Grüße 😀'))).toEqual({
    kind: 'messages',
    messages: [
      {
        version: 1,
        address: { channel: 'standard', account: 'standard', key: 'their-thread' },
        dedupeId: 'msg-7',
        sender: { id: 'u-17', name: 'Ada', verified: { email: 'ada@example.com' } },
        message: { id: 'm-1', text: 'Grüße 😀', attachments: [], sentAt: Date.parse('2026-11-22T09:00:00Z') },
        receivedAt: now,
      },
    ],
  })
})

test('nobody is verified unless the company says so', async () => {
  const received = await receive(messageEvent('Hello', { sender: { id: 'u-17' } }))

  expect(received).toMatchObject({ messages: [{ sender: { id: 'u-17', verified: {} } }] })
})

test.each([
  ['pt_br', 'pt-BR'],
  ['not a locale', undefined],
  [7, undefined],
])('what the sender’s app speaks, %j, is %j, and never refuses a message', async (locale, told) => {
  const received = await receive(messageEvent('ok', { sender: { id: 'u-17', locale } }))

  expect(received).toMatchObject({ messages: [{ message: { text: 'ok' } }] })
  expect(received.kind === 'messages' && received.messages[0]?.sender.locale).toBe(told)
})

test('attachments may come without a text at all', async () => {
  const message = { id: 'm-1', attachments: [{ name: 'lamp.jpg' }] }

  expect(await receive(messageEvent('', { message }))).toMatchObject({
    kind: 'messages',
    messages: [{ message: { text: '' } }],
  })
})

test('attachments without words are a message', async () => {
  const message = { id: 'm-1', text: '', attachments: [{ name: 'lamp.jpg', contentType: 'image/jpeg', size: 12 }] }

  expect(await receive(messageEvent('', { message }))).toMatchObject({ kind: 'messages', messages: [{ message }] })
})

test('half a surrogate pair becomes a character that every store takes', async () => {
  const received = await receive(messageEvent('a').replace('"a"', '"a\\ud83d"'))

  expect(received).toMatchObject({ messages: [{ message: { text: 'a\uFFFD' } }] })
})

test('an event of another type is authentic, and nothing for us', async () => {
  expect(await receive(JSON.stringify({ type: 'message.read', data: 7 }))).toEqual({ kind: 'ignored' })
})

test.each([
  ['', 'body: not valid JSON'],
  ['{', 'body: not valid JSON'],
  ['null', 'body: must be object'],
  ['[]', 'body: must be object'],
  ['{}', 'type: must be one of "message.created"'],
  [messageEvent('Hello', { conversation: {} }), 'data.conversation.id: must be string'],
  [messageEvent('Hello', { conversation: { id: '' } }), 'data.conversation.id: must be at least 1 characters'],
  [messageEvent('Hello', { message: { id: 'm-1', text: 7 } }), 'data.message.text: must be string'],
  [messageEvent('   '), 'data.message.text: empty, and there are no attachments'],
  ['['.repeat(10_000), 'body: nested deeper than 32 levels'],
])('%.60j is unreadable, and the answer says what is allowed', async (body, detail) => {
  const received = await receive(body)

  expect(received).toMatchObject({ kind: 'unreadable' })
  expect(received).toMatchObject({ detail: expect.stringContaining(detail) })
})

test('what is wrong is told without the customer’s words', async () => {
  const received = await receive(messageEvent('Hello', { message: { id: 'm-1', text: { secret: '4711' } } }))

  expect(JSON.stringify(received)).not.toContain('4711')
})

test('a body at the limit is read, one byte more is too large', async () => {
  const padded = (bytes: number) => {
    const empty = messageEvent('x', { padding: '' })
    return messageEvent('x', { padding: 'p'.repeat(bytes - Buffer.byteLength(empty)) })
  }

  expect(await kindOf(padded(webhookLimitBytes))).toBe('messages')
  expect(await receive(padded(webhookLimitBytes + 1))).toEqual({ kind: 'too-large', limitBytes: webhookLimitBytes })
})

test('a text that no record can hold is refused', async () => {
  expect(await kindOf(messageEvent('ü'.repeat(150 * 1024)))).toBe('messages')
  expect(await kindOf(messageEvent('ü'.repeat(150 * 1024 + 1)))).toBe('unreadable')
})

test('a body that is not UTF-8 does no harm', async () => {
  expect(await kindOf(Buffer.from([0xff, 0xfe, 0x00, 0x7b]))).toBe('unreadable')
})

test('what no record can hold is refused at the door, where the sender still hears of it', async () => {
  const sender = (verified: object) => messageEvent('Hello', { sender: { id: 'u-17', verified } })
  const attached = (attachment: object) =>
    messageEvent('Hello', { message: { id: 'm-1', text: 'Hello', attachments: [attachment] } })
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 'v'.repeat(500)]))

  expect(await kindOf(sender(many(30)))).toBe('messages')
  expect(await kindOf(sender(many(40)))).toBe('unreadable')
  expect(await kindOf(attached({ name: 'n'.repeat(60_000) }))).toBe('messages')
  expect(await kindOf(attached({ name: 'n'.repeat(70_000) }))).toBe('unreadable')
})

test.each([1e300, 1e-200, -1, 12.5, 2 ** 53])('an attachment of %j bytes is refused', async (size) => {
  const message = { id: 'm-1', text: 'Hello', attachments: [{ size }] }

  expect(await receive(messageEvent('', { message }))).toMatchObject({ kind: 'unreadable' })
})

test('a delivery’s id fits a key, or the delivery is refused', async () => {
  const withId = async (id: string) => {
    const request = signedRequest({ secret, body: messageEvent(), timestamp, id })
    return (await standardWebhooks.receive(request, { signing: [secret] }, now)).kind
  }

  expect(await withId('i'.repeat(256))).toBe('messages')
  expect(await withId('i'.repeat(257))).toBe('unreadable')
})

test('half a surrogate pair is mended wherever it stands', async () => {
  const half = '\ud83d'
  const event = messageEvent('a', {
    conversation: { id: `c${half}` },
    sender: { id: `u${half}`, name: `n${half}`, verified: { [`k${half}`]: `v${half}` } },
    message: { id: `m${half}`, text: 'a', attachments: [{ name: `f${half}` }] },
  })

  const received = await receive(event)

  expect(JSON.stringify(received)).not.toMatch(/\\ud83d/)
  expect(received).toMatchObject({
    messages: [
      {
        address: { key: 'c\uFFFD' },
        sender: { id: 'u\uFFFD', name: 'n\uFFFD', verified: { 'k\uFFFD': 'v\uFFFD' } },
        message: { id: 'm\uFFFD', attachments: [{ name: 'f\uFFFD' }] },
      },
    ],
  })
})
