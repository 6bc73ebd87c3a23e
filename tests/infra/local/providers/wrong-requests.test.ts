import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FakeProvider, startFakeProvider } from '#infra/local/providers/fake-provider.ts'
import { knownProviders } from '#infra/local/providers/provider-list.ts'
import type { ChannelName } from '#shared/config/config.ts'

const ada = { id: 'u-ada', name: 'Ada', thread: 'c' }

const played = async (channel: ChannelName): Promise<FakeProvider> => {
  const provider = knownProviders.get(channel)
  if (!provider) throw new Error(`channel ${channel} is not played`)
  const fake = await startFakeProvider(provider, { webhookUrl: 'http://127.0.0.1:9/webhooks/there-is-none' })
  // Whoever was never written by cannot be written to.
  fake.deliveriesOf(ada, { kind: 'text', text: 'Hello' })
  return fake
}

const asks = async (url: string, authorization: string, body: unknown, headers: Record<string, string> = {}) => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

describe('Slack', () => {
  let slack: FakeProvider
  beforeAll(async () => {
    slack = await played('slack')
  })
  afterAll(() => slack.close())
  const asksSlack = (method: string, body: object, token = slack.secrets.botToken) =>
    asks(`${slack.url}/api/${method}`, `Bearer ${token}`, body)

  test.each([
    ['channel_not_found', { channel: 'D0', text: 'hi' }],
    ['no_text', { text: '' }],
    ['invalid_thread_ts', { text: 'hi', thread_ts: 'yesterday' }],
    ['invalid_metadata_format', { text: 'hi', metadata: { event_payload: {} } }],
  ])('answers 200 and %s to %j', async (error, wrong) => {
    const body = { channel: slack.placeOf(ada).key, ...wrong }

    expect(await asksSlack('chat.postMessage', body)).toEqual({ status: 200, body: { ok: false, error } })
    expect(slack.heard()).toEqual([])
  })

  test('knows its token and its methods, and reads no JSON where it wants a form', async () => {
    const body = { channel: slack.placeOf(ada).key, text: 'hi' }

    expect((await asksSlack('chat.postMessage', body, 'another')).body.error).toBe('invalid_auth')
    expect((await asksSlack('chat.shout', body)).body.error).toBe('unknown_method')
    expect((await asksSlack('conversations.history', body)).body.error).toBe('channel_not_found')
  })
})

describe('Telegram', () => {
  let telegram: FakeProvider
  beforeAll(async () => {
    telegram = await played('telegram')
  })
  afterAll(() => telegram.close())
  const sends = (body: object, token = telegram.secrets.botToken) =>
    asks(`${telegram.url}/bot${token}/sendMessage`, '', body)

  test.each([
    [400, 'Bad Request: chat not found', { chat_id: 1, text: 'hi' }],
    [400, 'Bad Request: message text is empty', { text: ' \n' }],
    [400, 'Bad Request: message is too long', { text: 'x'.repeat(4_097) }],
    [400, 'Bad Request: message thread not found', { text: 'hi', message_thread_id: 7 }],
  ])('answers %d and %s', async (status, description, wrong) => {
    const answer = await sends({ chat_id: Number(telegram.placeOf(ada).key), ...wrong })

    expect(answer).toEqual({ status, body: { ok: false, error_code: status, description } })
    expect(telegram.heard()).toEqual([])
  })

  test('knows its token', async () => {
    expect((await sends({}, '1:another')).body).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' })
  })
})

describe('LINE', () => {
  let line: FakeProvider
  beforeAll(async () => {
    line = await played('line')
  })
  afterAll(() => line.close())
  const key = '123e4567-e89b-42d3-a456-426614174000'
  const pushes = (body: object, headers = {}) =>
    asks(`${line.url}/v2/bot/message/push`, `Bearer ${line.secrets.accessToken}`, body, headers)
  const text = (words: string) => ({ type: 'text', text: words })

  test.each([
    [{ to: 'U0', messages: [text('hi')] }, {}],
    [{ messages: [] }, {}],
    [{ messages: Array.from({ length: 6 }, () => text('hi')) }, {}],
    [{ messages: [text('')] }, {}],
    [{ messages: [text('x'.repeat(5_001))] }, {}],
    [{ messages: [{ type: 'song', text: 'hi' }] }, {}],
    [{ messages: [text('hi')] }, { 'x-line-retry-key': 'no-uuid' }],
  ])('refuses %j with %j', async (wrong, headers) => {
    expect(await pushes({ to: line.placeOf(ada).key, ...wrong }, headers)).toMatchObject({ status: 400 })
    expect(line.heard()).toEqual([])
  })

  test('carries out one push a retry key, and says so', async () => {
    const push = { to: line.placeOf(ada).key, messages: [text('one'), text('two')] }

    const first = await pushes(push, { 'x-line-retry-key': key })
    const second = await pushes(push, { 'x-line-retry-key': key })

    expect([first.status, second.status]).toEqual([200, 409])
    expect(second.body.sentMessages).toEqual(first.body.sentMessages)
    expect(line.heard().map((one) => one.text)).toEqual(['one', 'two'])
  })

  test('knows its token', async () => {
    expect((await asks(`${line.url}/v2/bot/message/push`, 'Bearer another', {})).status).toBe(401)
  })
})

test('the company’s own system refuses what is not signed with its secret', async () => {
  const standard = await played('standard')

  expect((await fetch(`${standard.url}/callback`, { method: 'POST', body: '{}' })).status).toBe(401)
  await standard.close()
})
