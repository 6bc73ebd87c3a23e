import { describe, expect, test } from 'vitest'
import { instagramReceiver } from '#shared/channel/meta/instagram.ts'
import { messengerReceiver } from '#shared/channel/meta/messenger.ts'
import { metaSecrets, signedByMeta } from '#tests/support/signed-channels.ts'

const now = 1_700_000_000_500
const account = '900100'
const customer = '7171'

const platforms = [
  { channel: 'messenger', object: 'page', receiver: messengerReceiver({ pageId: account }) },
  { channel: 'instagram', object: 'instagram', receiver: instagramReceiver({ accountId: account }) },
]

describe.each(platforms)('$channel', ({ channel, object, receiver }) => {
  const eventOf = (event: object) => ({
    sender: { id: customer },
    recipient: { id: account },
    timestamp: 1_700_000_000_000,
    ...event,
  })
  const receive = async (entry: object, at = now) => {
    const body = Buffer.from(JSON.stringify({ object, entry: [{ id: account, ...entry }] }))
    return receiver.receive(signedByMeta(body), metaSecrets, at)
  }
  const receiveEvent = (event: object, at = now) => receive({ messaging: [eventOf(event)] }, at)
  const said = async (event: object) => {
    const received = await receiveEvent(event)
    return received.kind === 'messages' ? received.messages[0]?.message : received.kind
  }

  test('a text belongs to its sender’s thread with this account', async () => {
    expect(await receiveEvent({ message: { mid: 'm_1', text: 'Grüße 😀' } })).toEqual({
      kind: 'messages',
      messages: [
        {
          version: 1,
          address: { channel, account, key: customer },
          dedupeId: 'm_1',
          sender: { id: customer, verified: {} },
          message: { id: 'm_1', text: 'Grüße 😀', attachments: [], sentAt: 1_700_000_000_000 },
          receivedAt: now,
        },
      ],
    })
  })

  test('a message that comes as a change of a field is the same message', async () => {
    const value = eventOf({ message: { mid: 'm_1', text: 'Hi' }, timestamp: '1700000000' })

    expect(await receive({ changes: [{ field: 'messages', value }] })).toMatchObject({
      messages: [{ dedupeId: 'm_1' }],
    })
    expect(await receive({ changes: [{ field: 'comments', value }] })).toEqual({ kind: 'ignored' })
  })

  test.each([
    ['a quick reply', { message: { mid: 'm_1', text: 'Red', quick_reply: { payload: 'R' } } }, 'm_1', 'Red'],
    ['a button', { postback: { mid: 'm_2', title: 'Get Started', payload: 'GO' } }, 'm_2', 'Get Started'],
    ['a button without id', { postback: { payload: 'GO' } }, '7171:1700000000000:postback', 'GO'],
  ])('what was chosen with %s is what was said', async (_, event, id, text) => {
    expect(await said(event)).toMatchObject({ id, text, attachments: [] })
  })

  test.each([
    [
      'an image',
      { type: 'image', payload: { url: 'https://cdn.example/a' } },
      { kind: 'image', name: 'image', url: 'https://cdn.example/a' },
    ],
    [
      'a link',
      { type: 'fallback', title: 'A lamp', url: 'https://x.example/' },
      { kind: 'fallback', name: 'A lamp', url: 'https://x.example/' },
    ],
    [
      'a post',
      { type: 'ig_post', payload: { title: 'Sale', url: 'https://cdn.example/p' } },
      { kind: 'ig_post', name: 'Sale', url: 'https://cdn.example/p' },
    ],
    ['a sticker', { type: 'sticker', payload: { sticker_id: 7 } }, { kind: 'sticker', name: 'sticker' }],
    [
      'a place',
      { type: 'location', payload: { coordinates: { lat: 1.5, long: 0 } } },
      { kind: 'location', name: 'location: 1.5, 0' },
    ],
    [
      'an address without end',
      { type: 'file', payload: { url: `https://x.example/${'a'.repeat(2_048)}` } },
      { kind: 'file', name: 'file' },
    ],
    ['nothing', null, { kind: 'unknown', name: 'unknown' }],
  ])('%s comes by reference', async (_, attachment, named) => {
    expect(await said({ message: { mid: 'm_1', attachments: [attachment] } })).toMatchObject({
      id: 'm_1',
      text: '',
      attachments: [named],
    })
  })

  test('what the platform cannot show is told to a person', async () => {
    expect(await said({ message: { mid: 'm_1', is_unsupported: true } })).toMatchObject({
      attachments: [{ name: 'unsupported message' }],
    })
  })

  test.each([
    ['our own message', { message: { mid: 'm_1', text: 'Hi', is_echo: true } }],
    [
      'our own message to a customer',
      { sender: { id: account }, recipient: { id: customer }, message: { mid: 'm_1', text: 'Hi' } },
    ],
    ['another account’s message', { recipient: { id: '4' }, message: { mid: 'm_1', text: 'Hi' } }],
    ['what was taken back', { message: { mid: 'm_1', is_deleted: true } }],
    ['an edit', { message_edit: { mid: 'm_1', text: 'Hi' } }],
    ['a delivery', { delivery: { mids: ['m_1'], watermark: 1 } }],
    ['a read', { read: { watermark: 1 } }],
    ['an opt-in', { optin: { ref: 'x' } }],
    ['a reaction', { reaction: { mid: 'm_3', action: 'react', emoji: '👍' } }],
    ['a reaction taken back', { reaction: { mid: 'm_3', action: 'unreact', emoji: '👍' } }],
  ])('%s is nothing for us', async (_, event) => {
    expect(await said(event)).toBe('ignored')
  })

  test('a delivery about another kind of account is nothing for us', async () => {
    const body = JSON.stringify({
      object: 'user',
      entry: [{ messaging: [eventOf({ message: { mid: 'm_1', text: 'Hi' } })] }],
    })

    expect(await receiver.receive(signedByMeta(Buffer.from(body)), metaSecrets, now)).toEqual({ kind: 'ignored' })
  })

  test('what another app answers is nothing for us', async () => {
    expect(await receive({ standby: [eventOf({ message: { mid: 'm_1', text: 'Hi' } })] })).toEqual({ kind: 'ignored' })
  })

  test.each([
    ['no id', { message: { text: 'Hi' } }],
    ['no sender', { sender: {}, message: { mid: 'm_1', text: 'Hi' } }],
    ['no time', { timestamp: 'soon', message: { mid: 'm_1', text: 'Hi' } }],
  ])('a message with %s cannot be read', async (_, event) => {
    expect(await said(event)).toBe('unreadable')
  })
})
