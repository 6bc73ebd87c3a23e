import { createHmac } from 'node:crypto'
import { validateSignature } from '@line/bot-sdk'
import { expect, test } from 'vitest'
import { lineReceiver } from '#shared/channel/line/line.ts'
import { webhookRequestOf } from '#tests/support/webhook-request.ts'

const channelSecret = '8c570fa6dd201bb328f1c1eac23a96d8'
const now = 1_700_000_000_000
const signatureOf = (body: string, secret = channelSecret) => createHmac('sha256', secret).update(body).digest('base64')
const receiveSigned = (body: string, signature: string, secrets = [channelSecret]) =>
  lineReceiver().receive(webhookRequestOf(body, { 'x-line-signature': signature }), { channelSecret: secrets }, now)

const event = {
  type: 'message',
  mode: 'active',
  timestamp: now - 1_000,
  source: { type: 'user', userId: 'U4af4980629' },
  webhookEventId: '01H810YECXQQZ37VAXPF6H9E6T',
  deliveryContext: { isRedelivery: false },
  replyToken: '38ef843bde154d9b91c21320ffd17a0f',
  message: { id: '468789577898262530', type: 'text', quoteToken: 'q', text: '人間と話したい 😀\n' },
}
const receive = (...events: readonly unknown[]) => {
  const body = JSON.stringify({ destination: 'Ubot', events })
  return receiveSigned(body, signatureOf(body))
}
const received = async (...events: readonly unknown[]) => {
  const found = await receive(...events)
  return found.kind === 'messages' ? found.messages : found.kind
}

test('a message of a customer belongs to this customer', async () => {
  expect(await received(event)).toEqual([
    {
      version: 1,
      address: { channel: 'line', account: 'Ubot', key: 'U4af4980629' },
      dedupeId: '01H810YECXQQZ37VAXPF6H9E6T',
      sender: { id: 'U4af4980629', verified: {} },
      message: { id: '468789577898262530', text: '人間と話したい 😀\n', attachments: [], sentAt: event.timestamp },
      receivedAt: now,
    },
  ])
})

test('a group and a room are one thread each, whoever writes there', async () => {
  const source = { type: 'group', groupId: 'C1', userId: 'U1' }

  expect(await received({ ...event, source }, { ...event, source: { type: 'room', roomId: 'R1' } })).toMatchObject([
    { address: { key: 'C1' }, sender: { id: 'U1' } },
    { address: { key: 'R1' }, sender: { id: 'R1' } },
  ])
})

test('several events are several messages, in their order', async () => {
  const later = { ...event, webhookEventId: 'E2', message: { ...event.message, id: '2', text: 'two' } }

  expect(await received(event, later)).toMatchObject([
    { dedupeId: '01H810YECXQQZ37VAXPF6H9E6T' },
    { dedupeId: 'E2', message: { text: 'two' } },
  ])
})

test('a delivery that is repeated is the same one', async () => {
  const [first] = (await received(event)) as unknown as { dedupeId: string }[]
  const [again] = (await received({ ...event, deliveryContext: { isRedelivery: true } })) as unknown as {
    dedupeId: string
  }[]

  expect(again?.dedupeId).toBe(first?.dedupeId)
})

test.each([
  ['image', {}, { kind: 'image', id: '7' }],
  [
    'image',
    { contentProvider: { type: 'external', originalContentUrl: 'https://example.com/a.jpg' } },
    { kind: 'image', id: '7', url: 'https://example.com/a.jpg' },
  ],
  ['video', { contentProvider: { type: 'line' } }, { kind: 'video', id: '7' }],
  ['audio', { duration: 1 }, { kind: 'audio', id: '7' }],
  ['file', { fileName: 'a.pdf', fileSize: 9 }, { kind: 'file', id: '7', name: 'a.pdf', size: 9 }],
  [
    'location',
    { title: 'Tor', address: 'Pariser Platz', latitude: 52.5, longitude: 13.25 },
    { kind: 'location', id: '7', name: 'Tor Pariser Platz', url: 'geo:52.5,13.25' },
  ],
  ['sticker', { keywords: ['ok', 'yes', 'good', 'fine'] }, { kind: 'sticker', id: '7', name: 'ok, yes, good' }],
  ['hologram', {}, { kind: 'other', id: '7' }],
  ['__proto__', {}, { kind: 'other', id: '7' }],
  ['constructor', {}, { kind: 'other', id: '7' }],
])('a message of type %s comes by reference', async (type, fields, attachment) => {
  expect(await received({ ...event, message: { id: '7', type, ...fields } })).toMatchObject([
    { message: { text: '', attachments: [attachment] } },
  ])
})

test('a button says what is behind it, but for one that turns the menu', async () => {
  const postback = { ...event, type: 'postback', message: undefined, postback: { data: 'talk to a person' } }
  const turned = { ...postback, postback: { data: 'x', params: { newRichMenuAliasId: 'b', status: 'SUCCESS' } } }

  expect(await received(postback)).toMatchObject([{ message: { text: 'talk to a person', attachments: [] } }])
  expect(await received(turned)).toBe('ignored')
})

test.each([
  [{ date: '2026-12-01' }, 'when 2026-12-01'],
  [{ time: '10:00' }, 'when 10:00'],
  [{ datetime: '2026-12-01T10:00' }, 'when 2026-12-01T10:00'],
  [{ datetime: 7 }, 'when'],
  [{ date: 'half \ud83d' }, 'when'],
  ['soon', 'when'],
])('a button that asks for a time says %j too', async (params, text) => {
  const postback = { ...event, type: 'postback', message: undefined, postback: { data: 'when', params } }

  expect(await received(postback)).toMatchObject([{ message: { text } }])
})

test.each(['follow', 'unfollow', 'join', 'leave', 'memberJoined', 'unsend', 'videoPlayComplete', 'beacon'])(
  '%s is nothing that was said',
  async (type) => {
    expect(await received({ ...event, type })).toBe('ignored')
  },
)

test('on standby another program answers', async () => {
  expect(await received({ ...event, mode: 'standby' })).toBe('ignored')
})

test('no event at all is how LINE asks whether somebody is there', async () => {
  expect(await received()).toBe('ignored')
  expect(lineReceiver()).toMatchObject({ taken: { status: 200, body: '' }, unreadable: { status: 200, body: '' } })
})

test.each([
  ['without an id', { ...event, webhookEventId: undefined }],
  ['without a source', { ...event, source: undefined }],
  ['from nobody', { ...event, source: { type: 'user' } }],
  ['with a text that is a number', { ...event, message: { ...event.message, text: 7 } }],
  ['whose message is a list', { ...event, message: [] }],
])('an event %s cannot be read, and its neighbours can', async (_, broken) => {
  expect(await received(broken)).toBe('unreadable')
  expect(await received(broken, event, null, 7, broken)).toHaveLength(1)
})

test('the signature is taken in its one spelling, where the kit’s own check takes several', async () => {
  const body = JSON.stringify({ destination: 'Ubot', events: [event] })
  const signature = signatureOf(body)

  expect((await receiveSigned(body, signature)).kind).toBe('messages')
  for (const spelled of [`${signature}!!!!`, signature.replace('=', ''), ` ${signature}`]) {
    expect(validateSignature(body, channelSecret, spelled)).toBe(true)
    expect((await receiveSigned(body, spelled)).kind).toBe('unauthentic')
  }
})

test('either of two secrets is accepted; without one nothing is', async () => {
  const body = JSON.stringify({ destination: 'Ubot', events: [event] })
  const by = (secrets: string[]) => receiveSigned(body, signatureOf(body), secrets)

  expect((await by(['another', channelSecret])).kind).toBe('messages')
  expect((await by(['another'])).kind).toBe('unauthentic')
  expect((await by([])).kind).toBe('unauthentic')
  expect((await receiveSigned(body, signatureOf(body, ''), [''])).kind).toBe('unauthentic')
})
