import { expect, test } from 'vitest'
import { telegramReceiver } from '#shared/channel/telegram/telegram.ts'
import { webhookRequestOf } from '#tests/support/webhook-request.ts'

const now = 1_700_000_000_000
const message = {
  from: { id: 1111111, is_bot: false, first_name: 'Ada', last_name: 'Lovelace' },
  chat: { id: 1111111, type: 'private' },
}
const receive = (update: unknown) =>
  telegramReceiver({ botId: '123456' }).receive(
    webhookRequestOf(JSON.stringify(update), { 'x-telegram-bot-api-secret-token': 'S3cr3t' }),
    { secretToken: ['S3cr3t'] },
    now,
  )
const button = {
  id: '4382bfdwdsb323b2d9',
  from: message.from,
  data: 'r1',
  message: {
    message_id: 7,
    date: 0,
    chat: message.chat,
    reply_markup: {
      inline_keyboard: [[{ text: 'Where is it?', callback_data: 'w1' }], [{ text: 'Return', callback_data: 'r1' }]],
    },
  },
}
const press = async (given: object) => {
  const found = await receive({ update_id: 10_001, callback_query: { ...button, ...given } })
  return found.kind === 'messages' ? found.messages : found.kind
}

test('a button that was pressed is what stood on it', async () => {
  expect(await press({})).toEqual([
    {
      version: 1,
      address: { channel: 'telegram', account: '123456', key: '1111111' },
      dedupeId: '123456:10001',
      sender: { id: '1111111', name: 'Ada Lovelace', verified: {} },
      message: { id: '4382bfdwdsb323b2d9', text: 'Return', attachments: [] },
      receivedAt: now,
    },
  ])
})

test('where its words are not told any more, a button says what it was given to say', async () => {
  expect(await press({ message: { chat: message.chat } })).toMatchObject([{ message: { text: 'r1' } }])
  expect(await press({ data: undefined, message: { chat: message.chat } })).toBe('ignored')
})

test.each([
  ['of another program', { from: { ...message.from, is_bot: true } }, 'ignored'],
  ['of nobody', { from: {} }, 'unreadable'],
  ['in no chat', { message: {} }, 'unreadable'],
  ['under no message', { message: undefined, inline_message_id: 'x' }, 'unreadable'],
])('a button %s is no message', async (_, given, kind) => {
  expect(await press(given)).toBe(kind)
})
