import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchTelegramSender } from '#shared/channel/telegram/fetch-telegram-sender.ts'
import { outboundTo } from '#tests/support/outbound.ts'
import { firstTry } from '#tests/support/progress.ts'
import { type ScriptedProvider, scriptedProvider } from '#tests/support/scripted-provider.ts'

const now = 1_700_000_000_456
const token = '123456:AAcanary-Canary_canary'
const sent = { json: { ok: true, result: { message_id: 7 } } }
const failed = (status: number, description: string, parameters?: object) => ({
  status,
  json: { ok: false, error_code: status, description, ...(parameters && { parameters }) },
})

let telegram: ScriptedProvider
beforeAll(async () => {
  telegram = await scriptedProvider()
})
afterAll(() => telegram.close())

const send = (text = 'Grüße 😀', key = '-1001234567890', apiUrl = telegram.url, tokens: readonly string[] = [token]) =>
  fetchTelegramSender({ apiUrl }, { read: async () => ({ botToken: tokens }) }).send(
    outboundTo({ channel: 'telegram', account: '123456', key }, text),
    now,
    firstTry,
  )
const bodies = () => telegram.asked.map(({ body }) => JSON.parse(body))

test('a message goes to its chat as it was written, with no markup to be read in it', async () => {
  telegram.answers(sent)

  expect(await send('a *b* <c> 😀')).toEqual({ kind: 'sent' })

  expect(telegram.asked).toMatchObject([{ method: 'POST', path: `/bot${token}/sendMessage` }])
  expect(bodies()).toEqual([{ chat_id: -1001234567890, text: 'a *b* <c> 😀' }])
})

test('a message in a topic stays in its topic', async () => {
  telegram.answers(sent)

  await send('Hello', '-1001234567890:42')

  expect(bodies()).toEqual([{ chat_id: -1001234567890, message_thread_id: 42, text: 'Hello' }])
})

test('a long text goes in parts of 4,096', async () => {
  telegram.answers(sent)

  expect(await send(`${'a'.repeat(4_095)}. ${'b'.repeat(10)}.`)).toEqual({ kind: 'sent' })
  expect(bodies().map(({ text }) => text.length)).toEqual([4_096, 11])
})

test('a group that became a larger one is found where it is now', async () => {
  telegram.answers(failed(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: -100777 }), sent)

  expect(await send('Hello', '-777')).toEqual({ kind: 'sent' })
  expect(bodies()).toEqual([
    { chat_id: -777, text: 'Hello' },
    { chat_id: -100777, text: 'Hello' },
  ])
})

test('a group that sends us round in circles is left', async () => {
  telegram.answers(failed(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: -100777 }))

  expect(await send('Hello', '-777')).toMatchObject({ kind: 'refused' })
  expect(telegram.asked).toHaveLength(2)
})

test.each([
  [failed(429, 'Too Many Requests: retry after 35', { retry_after: 35 }), { retryAfterSeconds: 35 }],
  [{ status: 429, headers: { 'retry-after': '4' } }, { retryAfterSeconds: 4 }],
  [failed(429, 'Too Many Requests', { retry_after: 'soon' }), { cause: 'Telegram answered 429' }],
  [failed(500, 'Internal Server Error'), { cause: 'Telegram answered 500' }],
  [{ status: 502 }, { cause: 'Telegram answered 502' }],
  [{ lost: true }, {}],
  [{ json: { ok: false } }, { cause: 'Telegram answered 200 and not ok' }],
])('%j may get better: postponed', async (answer, outcome) => {
  telegram.answers(answer)

  expect(await send()).toMatchObject({ kind: 'postponed', ...outcome })
})

test('a wait of less than nothing is none', async () => {
  telegram.answers(failed(429, 'Too Many Requests', { retry_after: -5 }))

  expect(await send()).toEqual({ kind: 'postponed', cause: 'Telegram answered 429' })
})

test.each([
  [403, 'Forbidden: bot was blocked by the user', 'the customer has blocked the bot'],
  [403, 'Forbidden: user is deactivated', "the customer's account is gone"],
  [403, 'Forbidden: bot was kicked from the supergroup chat', 'the bot may not write in this group'],
  [400, 'Bad Request: chat not found', 'Telegram does not know this chat'],
  [400, 'Bad Request: message thread not found', 'the topic is gone or closed'],
  [400, 'Bad Request: something about "the customer’s words"', 'Telegram answered 400'],
  [401, 'Unauthorized', 'Telegram answered 401'],
  [404, 'Not Found', 'Telegram answered 404'],
])('%i %s will not get better: refused', async (status, description, cause) => {
  telegram.answers(failed(status, description))

  expect(await send()).toEqual({ kind: 'refused', cause })
})

test('the token is in the URL, and in nothing that is said about it', async () => {
  const outcomes: unknown[] = []
  for (const answer of [{ lost: true }, failed(404, `no ${token}`), { status: 302, headers: { location: '/x' } }]) {
    telegram.answers(answer)
    outcomes.push(await send())
  }
  outcomes.push(await send('Hello', '1', 'http://127.0.0.1:1'), await send('Hello', '1', 'no URL'))

  expect(outcomes).toHaveLength(5)
  expect(JSON.stringify(outcomes)).not.toContain('canary')
})

test('without a token nothing is asked', async () => {
  telegram.answers(sent)

  expect(await send('Hello', '1', telegram.url, [])).toMatchObject({ kind: 'postponed' })
  expect(telegram.asked).toEqual([])
})
