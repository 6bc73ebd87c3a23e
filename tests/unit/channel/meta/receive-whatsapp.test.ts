import { expect, test } from 'vitest'
import type { Received } from '#shared/channel/channel.ts'
import { whatsappReceiver } from '#shared/channel/meta/whatsapp.ts'
import { metaSecrets, signedByMeta } from '#tests/support/signed-channels.ts'

const seconds = 1_749_416_383
const now = seconds * 1_000 + 900
const phoneNumberId = '106540352242922'
const receiver = whatsappReceiver({ phoneNumberId, apiUrl: 'https://graph.example/v23.0' })

const aboutNumber = (value: object, id = phoneNumberId) => ({ metadata: { phone_number_id: id }, ...value })
const changeOf = (value: object, field = 'messages') => ({ field, value })
const deliveryOf = (...changes: readonly object[]) => ({
  object: 'whatsapp_business_account',
  entry: [{ id: '419561257915477', changes }],
})
const receive = (delivery: object, at = now): Promise<Received> =>
  receiver.receive(signedByMeta(Buffer.from(JSON.stringify(delivery))), metaSecrets, at)

const message = { from: '16505551234', id: 'wamid.A', timestamp: String(seconds), type: 'text', text: { body: 'Hi' } }
const contacts = [
  { profile: { name: 'Tom' }, wa_id: '4915112345678' },
  { profile: { name: 'Sheena' }, wa_id: '16505551234' },
]
const receiveMessage = (fields: object, at = now) =>
  receive(deliveryOf(changeOf(aboutNumber({ contacts, messages: [{ ...message, ...fields }] }))), at)
const said = async (fields: object) => {
  const received = await receiveMessage(fields)
  return received.kind === 'messages' ? received.messages[0]?.message : received.kind
}

test('a text belongs to its sender’s thread with this number', async () => {
  expect(await receiveMessage({ text: { body: 'Grüße 😀' } })).toEqual({
    kind: 'messages',
    messages: [
      {
        version: 1,
        address: { channel: 'whatsapp', account: phoneNumberId, key: '16505551234' },
        dedupeId: 'wamid.A',
        sender: { id: '16505551234', name: 'Sheena', verified: {} },
        message: { id: 'wamid.A', text: 'Grüße 😀', attachments: [], sentAt: seconds * 1_000 },
        receivedAt: now,
      },
    ],
  })
})

test('who hides the number is known by the id of the business’s own', async () => {
  const user = 'US.13491208655302741918'
  const hidden = { ...message, from: undefined, from_user_id: user }
  const value = aboutNumber({ contacts: [{ profile: { username: 'sheena' }, user_id: user }], messages: [hidden] })

  expect(await receive(deliveryOf(changeOf(value)))).toMatchObject({
    messages: [{ address: { key: user }, sender: { id: user, name: 'sheena' } }],
  })
})

test.each([
  ['a button', { type: 'button', button: { text: 'Yes', payload: 'y' } }, 'Yes'],
  [
    'a reply button',
    { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: '1', title: 'Go' } } },
    'Go',
  ],
  [
    'a list',
    { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: '1', title: 'Red' } } },
    'Red',
  ],
  [
    'a form',
    { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: { response_json: '{"size":"L"}' } } },
    '{"size":"L"}',
  ],
])('what was chosen with %s is what was said', async (_, fields, text) => {
  expect(await said({ text: undefined, ...fields })).toMatchObject({ id: 'wamid.A', text, attachments: [] })
})

const url = 'https://graph.example/v23.0/1003383421387256'
test.each([
  [
    'an image',
    { type: 'image', image: { id: '1003383421387256', mime_type: 'image/jpeg', caption: 'see' } },
    'see',
    { kind: 'image', name: 'image', contentType: 'image/jpeg', url },
  ],
  [
    'a document',
    { type: 'document', document: { id: '1003383421387256', filename: 'a.pdf' } },
    '',
    { kind: 'file', name: 'a.pdf', url },
  ],
  [
    'a voice message',
    { type: 'audio', audio: { id: '1003383421387256', voice: true } },
    '',
    { kind: 'audio', name: 'voice message', url },
  ],
  [
    'a sticker',
    { type: 'sticker', sticker: { id: '1003383421387256' } },
    '',
    { kind: 'sticker', name: 'sticker', url },
  ],
  ['a file of no good id', { type: 'video', video: { id: '../../me' } }, '', { kind: 'video', name: 'video' }],
  [
    'a place',
    { type: 'location', location: { latitude: 0, longitude: -122.1, name: 'Shop' } },
    '',
    { kind: 'location', name: 'location: Shop, 0, -122.1' },
  ],
  ['a place without any', { type: 'location' }, '', { kind: 'location', name: 'location message' }],
  [
    'a contact',
    { type: 'contacts', contacts: [{ name: { formatted_name: 'Ada' }, phones: [{ phone: '+1 650' }] }] },
    '',
    { kind: 'contact', name: 'contact: Ada, +1 650' },
  ],
  [
    'an order',
    { type: 'order', order: { text: 'soon please', product_items: [{}, {}] } },
    'soon please',
    { kind: 'order', name: 'order of 2 items' },
  ],
  [
    'what the API cannot show',
    { type: 'unsupported', errors: [{ code: 131051 }] },
    '',
    { name: 'unsupported message' },
  ],
  ['what is new', { type: 'hologram', hologram: {} }, '', { kind: 'hologram', name: 'hologram message' }],
  ['a text that is none', { type: 'text', text: { body: 7 } }, '', { name: 'text message' }],
  ['a text that no record holds', { type: 'text', text: { body: 'x'.repeat(400_000) } }, '', { name: 'text message' }],
])('%s comes as an attachment that names its kind', async (_, fields, text, attachment) => {
  expect(await said({ text: undefined, ...fields })).toMatchObject({ id: 'wamid.A', text, attachments: [attachment] })
})

test('of fifty contacts in one message thirty lines are left, and the last one says so', async () => {
  const fifty = Array.from({ length: 50 }, (_, index) => ({ name: { formatted_name: `n${index}` } }))

  const { attachments } = (await said({ type: 'contacts', contacts: fifty })) as { attachments: { name: string }[] }

  expect(attachments).toHaveLength(30)
  expect(attachments.at(-1)).toEqual({ name: '21 more attachments' })
})

test.each([
  ['a change of number', { type: 'system', system: { type: 'user_changed_number' } }],
  ['an opened chat', { type: 'request_welcome' }],
  ['an edit', { type: 'edit' }],
  ['an edit the API cannot show', { type: 'unsupported', unsupported: { type: 'edit' } }],
  ['what was taken back', { type: 'revoke' }],
  ['a reaction', { type: 'reaction', reaction: { message_id: 'wamid.Z', emoji: '👍' } }],
  ['a reaction taken back', { type: 'reaction', reaction: { message_id: 'wamid.Z' } }],
])('%s is nothing that was said', async (_, fields) => {
  expect(await said({ text: undefined, ...fields })).toBe('ignored')
})

test.each([
  ['another number’s messages', changeOf(aboutNumber({ messages: [message] }, '999999999'))],
  ['messages of no number', changeOf({ messages: [message] })],
  ['the company’s own messages', changeOf(aboutNumber({ message_echoes: [message] }), 'smb_message_echoes')],
  ['another field', changeOf(aboutNumber({ messages: [message] }), 'history')],
])('%s are nothing for us', async (_, change) => {
  expect(await receive(deliveryOf(change))).toEqual({ kind: 'ignored' })
})

test.each([
  ['no id', { id: undefined }],
  ['an id without end', { id: 'x'.repeat(513) }],
  ['no sender', { from: undefined }],
  ['a sender that is no number', { from: '1650 555' }],
  ['no time', { timestamp: 'soon' }],
])('a message with %s cannot be read', async (_, fields) => {
  expect((await receiveMessage(fields)).kind).toBe('unreadable')
})

test('several entries, changes, messages and statuses come out in their order', async () => {
  const many = (id: string) =>
    changeOf(
      aboutNumber({
        messages: [
          { ...message, id },
          { ...message, id: `${id}2` },
        ],
      }),
    )
  const entry = [{ changes: [many('a'), many('b')] }, { changes: [changeOf(aboutNumber({}, '999999999')), many('c')] }]

  const received = await receive({ object: 'whatsapp_business_account', entry })

  expect(received).toMatchObject({ messages: ['a', 'a2', 'b', 'b2', 'c', 'c2'].map((dedupeId) => ({ dedupeId })) })
})
