import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchLineSender, retryKeyOf } from '#shared/channel/line/fetch-line-sender.ts'
import { outboundTo } from '#tests/support/outbound.ts'
import { firstTry } from '#tests/support/progress.ts'
import { type ScriptedProvider, scriptedProvider } from '#tests/support/scripted-provider.ts'

const now = 1_700_000_000_456
const address = { channel: 'line', account: 'Ubot', key: 'U4af4980629' }

let line: ScriptedProvider
beforeAll(async () => {
  line = await scriptedProvider()
})
afterAll(() => line.close())

const send = (text = '人間と話したい 😀\n', progress = firstTry, tokens: readonly string[] = ['token-1']) =>
  fetchLineSender({ apiUrl: line.url }, { read: async () => ({ accessToken: tokens }) }).send(
    outboundTo(address, text),
    now,
    progress,
  )
const keys = () => line.asked.map(({ headers }) => headers['x-line-retry-key'])
const taken = { json: { sentMessages: [{ id: '1' }] } }

test('a message is pushed to whom it is for, under a key of its own', async () => {
  line.answers(taken)

  expect(await send()).toEqual({ kind: 'sent' })

  expect(line.asked).toMatchObject([{ method: 'POST', path: '/v2/bot/message/push' }])
  expect(line.asked[0]?.headers).toMatchObject({ authorization: 'Bearer token-1', 'content-type': 'application/json' })
  expect(JSON.parse(line.asked[0]?.body ?? '')).toEqual({
    to: 'U4af4980629',
    messages: [{ type: 'text', text: '人間と話したい 😀\n' }],
  })
})

test('every try has the same key, and LINE’s word that it had it before is as good as sent', async () => {
  line.answers({ lost: true }, { status: 409, json: { message: 'The retry key is already accepted' } })

  expect(await send()).toMatchObject({ kind: 'postponed' })
  expect(await send('Hello', { ...firstTry, uncertain: true })).toEqual({ kind: 'sent' })
  expect(keys()[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(keys()[1]).toBe(keys()[0])
})

test('another message, another thread and another part have other keys', () => {
  const message = outboundTo(address, 'Hello')
  const others = [
    retryKeyOf(message, 0),
    retryKeyOf(message, 1),
    retryKeyOf(outboundTo(address, 'Hello', 'out_2'), 0),
    retryKeyOf(outboundTo({ ...address, key: 'U2' }, 'Hello'), 0),
  ]

  expect(new Set(others).size).toBe(4)
})

test('a long text goes in parts of 5,000 and is not begun again', async () => {
  const reached: number[] = []
  line.answers(taken)
  const text = `${'a'.repeat(4_999)}. ${'b'.repeat(4_999)}.`

  await send(text, { ...firstTry, reached: async (parts) => void reached.push(parts) })

  expect(line.asked.map(({ body }) => JSON.parse(body).messages[0].text.length)).toEqual([5_000, 5_000])
  expect(new Set(keys()).size).toBe(2)
  expect(reached).toEqual([1])

  line.answers(taken)
  await send(text, { ...firstTry, partsSent: 1 })

  expect(line.asked).toHaveLength(1)
})

test.each([
  [
    { status: 429, headers: { 'retry-after': '7' } },
    { kind: 'postponed', retryAfterSeconds: 7 },
  ],
  [{ status: 429, json: { message: 'You have reached the limit of requests' } }, { kind: 'postponed' }],
  [
    { status: 429, json: { message: 'You have reached your monthly limit.' } },
    { kind: 'refused', cause: "LINE's monthly limit of messages is reached" },
  ],
  [{ status: 500 }, { kind: 'postponed', cause: 'LINE answered 500' }],
  [
    { status: 400, json: { message: 'Failed to send messages' } },
    { kind: 'refused', cause: 'LINE answered 400' },
  ],
  [{ status: 401 }, { kind: 'refused' }],
  [{ status: 403 }, { kind: 'refused' }],
  [{ lost: true }, { kind: 'postponed' }],
])('%j is %j', async (answer, outcome) => {
  line.answers(answer)

  expect(await send()).toMatchObject(outcome)
})

test('without a token nothing is asked', async () => {
  line.answers(taken)

  expect(await send('Hello', firstTry, [])).toMatchObject({ kind: 'postponed' })
  expect(line.asked).toEqual([])
})
