import { expect, test } from 'vitest'
import type { InboundMessage } from '#shared/channel/inbound-message.ts'
import { telegramReceiver } from '#shared/channel/telegram/telegram.ts'
import { webhookRequestOf } from '#tests/support/webhook-request.ts'

const secretToken = 'S3cr3t_Token-0123456789'
const now = 1_700_000_000_000
const bot = { botId: '123456', username: 'Lumen_Bot' }
const message = {
  message_id: 1365,
  date: 1_700_000_000,
  from: { id: 1111111, is_bot: false, first_name: 'Ada', last_name: 'Lovelace', username: 'ada' },
  chat: { id: 1111111, type: 'private', first_name: 'Ada' },
  text: 'Grüße 😀\n',
}
const group = { ...message, chat: { id: -100777, type: 'supergroup', title: 'Friends of lamps' } }

const receive = (update: unknown, token: string | undefined = secretToken, secrets = [secretToken]) =>
  telegramReceiver(bot).receive(
    webhookRequestOf(JSON.stringify(update), { 'x-telegram-bot-api-secret-token': token }),
    { secretToken: secrets },
    now,
  )
const received = async (given: object) => {
  const found = await receive({ update_id: 10_000, message: given })
  return found.kind === 'messages' ? found.messages : found.kind
}
const attached = async (given: object) => {
  const [found] = (await received({ ...message, text: undefined, ...given })) as never as [
    { message: { text: string; attachments: unknown[] } },
  ]
  return found.message
}

test('a message of a private chat belongs to this chat', async () => {
  expect(await received(message)).toEqual([
    {
      version: 1,
      address: { channel: 'telegram', account: '123456', key: '1111111' },
      dedupeId: '123456:10000',
      sender: { id: '1111111', name: 'Ada Lovelace', verified: {} },
      message: { id: '1365', text: 'Grüße 😀\n', attachments: [], sentAt: message.date * 1_000 },
      receivedAt: now,
    },
  ])
})

test('a topic is a thread of its own, an answer to a message is none', async () => {
  expect(await received({ ...message, message_thread_id: 42, is_topic_message: true })).toMatchObject([
    { address: { key: '1111111:42' } },
  ])
  expect(await received({ ...message, message_thread_id: 42 })).toMatchObject([{ address: { key: '1111111' } }])
})

const file = { file_id: 'F1', file_unique_id: 'u', file_size: 7 }
const spot = { latitude: 52.5163, longitude: 13.3777 }
test.each([
  [
    'a photo',
    { photo: [{ ...file, file_id: 'small' }, file], caption: 'broken' },
    { kind: 'image', id: 'F1', contentType: 'image/jpeg', size: 7 },
  ],
  [
    'a document',
    { document: { ...file, file_name: 'a.pdf', mime_type: 'application/pdf' } },
    { kind: 'file', id: 'F1', name: 'a.pdf', contentType: 'application/pdf', size: 7 },
  ],
  ['an animation', { animation: file, document: file }, { kind: 'video', id: 'F1', size: 7 }],
  ['a voice', { voice: file }, { kind: 'audio', id: 'F1', contentType: 'audio/ogg', size: 7 }],
  ['a sound', { audio: { ...file, mime_type: 'audio/mpeg' } }, { kind: 'audio', contentType: 'audio/mpeg' }],
  ['a video', { video: file }, { kind: 'video', id: 'F1' }],
  ['a round video', { video_note: file }, { kind: 'video', id: 'F1' }],
  ['a sticker', { sticker: { ...file, emoji: '👍' } }, { kind: 'sticker', id: 'F1', name: '👍' }],
  ['a location', { location: spot }, { kind: 'location', url: 'geo:52.5163,13.3777' }],
  [
    'a venue',
    { location: spot, venue: { location: spot, title: 'Brandenburger Tor', address: 'Pariser Platz' } },
    { kind: 'location', name: 'Brandenburger Tor Pariser Platz', url: 'geo:52.5163,13.3777' },
  ],
  [
    'a contact',
    { contact: { phone_number: '+49 30 1', first_name: 'Ann' } },
    { kind: 'contact', name: 'Ann', url: 'tel:+49301' },
  ],
  ['what is not known yet', { hologram: { file_id: 'F1' } }, { kind: 'other' }],
])('%s comes by reference, with what was said about it', async (_, given, attachment) => {
  const found = await attached(given)

  expect(found).toMatchObject({ text: 'caption' in given ? 'broken' : '', attachments: [attachment] })
})

test('of a text with markup the words are left, as they were written', async () => {
  const entities = [{ type: 'bold', offset: 0, length: 5 }]

  expect(await received({ ...message, text: 'a <b>', entities })).toMatchObject([{ message: { text: 'a <b>' } }])
})

const ofBot = { message_id: 7, from: { id: 123456, is_bot: true } }
test.each([
  ['a mention', { text: 'hi @lumen_bot', entities: [{ type: 'mention', offset: 3, length: 10 }] }],
  ['a mention after an emoji', { text: '😀 @Lumen_Bot', entities: [{ type: 'mention', offset: 3, length: 10 }] }],
  [
    'a mention under a picture',
    {
      text: undefined,
      photo: [file],
      caption: '@lumen_bot',
      caption_entities: [{ type: 'mention', offset: 0, length: 10 }],
    },
  ],
  ['a mention by name', { entities: [{ type: 'text_mention', offset: 0, length: 5, user: { id: 123456 } }] }],
  ['a command', { text: '/help@lumen_bot', entities: [{ type: 'bot_command', offset: 0, length: 15 }] }],
  ['an answer to the bot', { reply_to_message: ofBot }],
  ['an answer to the bot that began a thread', { reply_to_message: ofBot, message_thread_id: 7 }],
])('in a group %s is for us', async (_, given) => {
  expect(await received({ ...group, ...given })).toMatchObject([{ address: { key: '-100777' } }])
})

test.each([
  ['what the others say', {}],
  ['a mention of somebody else', { text: '@ada', entities: [{ type: 'mention', offset: 0, length: 4 }] }],
  [
    'a mention of another bot whose name ends alike',
    { text: '@big_lumen_bot', entities: [{ type: 'mention', offset: 0, length: 14 }] },
  ],
  ['the bot’s name without a mention', { text: 'ask @lumen_bot' }],
  ['an answer to somebody else', { reply_to_message: { message_id: 7, from: { id: 1 } } }],
  ['what is in a topic that the bot began', { reply_to_message: ofBot, message_thread_id: 7, is_topic_message: true }],
  ['what another bot says', { from: { id: 9, is_bot: true }, reply_to_message: ofBot }],
  ['who joined', { text: undefined, new_chat_members: [{ id: 123456 }], reply_to_message: ofBot }],
])('in a group %s is nothing for us', async (_, given) => {
  expect(await received({ ...group, ...given })).toBe('ignored')
})

test.each([
  ['an edit', { update_id: 1, edited_message: message }],
  ['a post of a channel', { update_id: 1, channel_post: message }],
  ['a reaction', { update_id: 1, message_reaction: {} }],
  ['the bot being blocked', { update_id: 1, my_chat_member: {} }],
  ['the opening of the bot', { update_id: 1, message: { ...message, text: '/start' } }],
  ['the opening of the bot by a link', { update_id: 1, message: { ...message, text: '/start lamp-7' } }],
  ['a pinned message', { update_id: 1, message: { ...message, text: undefined, pinned_message: {} } }],
  ['nobody’s message', { update_id: 1, message: { ...message, from: undefined } }],
])('%s is nothing for us', async (_, update) => {
  expect(await receive(update)).toEqual({ kind: 'ignored' })
})

test('what begins like an opening is none', async () => {
  expect(await received({ ...message, text: '/started to flicker' })).toHaveLength(1)
})

test.each([
  ['de', 'de'],
  ['pt-br', 'pt-BR'],
  ['the best', undefined],
])('the app’s language, %s, comes with its sender', async (language_code, locale) => {
  const [found] = (await received({ ...message, from: { ...message.from, language_code } })) as InboundMessage[]

  expect(found?.sender).toEqual({ id: '1111111', name: 'Ada Lovelace', verified: {}, ...(locale && { locale }) })
})

test.each([
  ['no id', { message }],
  ['a text that is a number', { update_id: 1, message: { ...message, text: 7 } }],
  ['a chat without id', { update_id: 1, message: { ...message, chat: {} } }],
  ['a list', [message]],
  ['nothing', null],
])('an update with %s leaves no message, and Telegram hears 200 and not a word', async (_, update) => {
  expect((await receive(update)).kind).toMatch(/unreadable|ignored/)
  expect(telegramReceiver(bot)).toMatchObject({
    taken: { status: 200, body: '' },
    unreadable: { status: 200, body: '' },
  })
})

test('what is wrong with an attachment or a name takes nothing from the words', async () => {
  const given = { ...message, from: { ...message.from, first_name: 7 }, photo: 'none', entities: [{}], sticker: [] }

  expect(await received(given)).toMatchObject([
    { sender: { name: 'Lovelace' }, message: { text: message.text, attachments: [] } },
  ])
})

test('only the agreed token opens, either of two, and without one nothing does', async () => {
  const update = { update_id: 1, message }

  expect((await receive(update, 'another', ['another', secretToken])).kind).toBe('messages')
  expect((await receive(update, secretToken, ['another', secretToken])).kind).toBe('messages')
  for (const wrong of [undefined, '', 'another', `${secretToken} `, secretToken.toLowerCase(), `${secretToken},x`])
    expect(await receive(update, wrong ?? '')).toEqual({ kind: 'unauthentic' })
  expect(await receive(update, '', [''])).toEqual({ kind: 'unauthentic' })
  expect(await receive(update, secretToken, [])).toEqual({ kind: 'unauthentic' })
})
