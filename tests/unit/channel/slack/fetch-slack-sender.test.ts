import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Progress } from '#shared/channel/channel.ts'
import { fetchSlackSender } from '#shared/channel/slack/fetch-slack-sender.ts'
import { outboundTo } from '#tests/support/outbound.ts'
import { firstTry } from '#tests/support/progress.ts'
import { type ScriptedProvider, scriptedProvider } from '#tests/support/scripted-provider.ts'

const now = 1_700_000_000_456
const thread = { channel: 'slack', account: 'T1', key: 'C1:1699999999.000100' }
const direct = { channel: 'slack', account: 'T1', key: 'D1' }
const uncertain: Progress = { ...firstTry, uncertain: true }
const gone = { json: { ok: true, ts: '1700000001.000200' } }

let slack: ScriptedProvider
beforeAll(async () => {
  slack = await scriptedProvider()
})
afterAll(() => slack.close())

const send = (text = 'Hello', progress = firstTry, address = thread, tokens: readonly string[] = ['xoxb-1']) =>
  fetchSlackSender({ apiUrl: slack.url }, { read: async () => ({ botToken: tokens }) }).send(
    outboundTo(address, text),
    now,
    progress,
  )
const posted = () => slack.asked.filter(({ path }) => path === '/chat.postMessage').map(({ body }) => JSON.parse(body))
const paths = () => slack.asked.map(({ path }) => path)
const listing = (...ids: readonly string[]) => ({
  ok: true,
  messages: [
    { text: 'asked "out_1"' },
    ...ids.map((id) => ({ metadata: { event_type: 'baton_message', event_payload: { id } } })),
  ],
})

test('an answer goes to the thread it belongs to, with its own id beside it', async () => {
  slack.answers(gone)

  expect(await send('a < b & c > d')).toEqual({ kind: 'sent' })

  expect(slack.asked).toMatchObject([{ method: 'POST', path: '/chat.postMessage' }])
  expect(slack.asked[0]?.headers).toMatchObject({ authorization: 'Bearer xoxb-1' })
  expect(posted()).toEqual([
    {
      channel: 'C1',
      thread_ts: '1699999999.000100',
      text: 'a &lt; b &amp; c &gt; d',
      metadata: { event_type: 'baton_message', event_payload: { id: 'out_1' } },
    },
  ])
})

test('a direct message has no thread', async () => {
  slack.answers(gone)

  await send('Hello', firstTry, direct)

  expect(posted()[0]).not.toHaveProperty('thread_ts')
  expect(posted()).toMatchObject([{ channel: 'D1' }])
})

test.each([
  ['in a thread', thread, '/conversations.replies', { channel: 'C1', ts: '1699999999.000100' }],
  ['in a direct message', direct, '/conversations.history', { channel: 'D1' }],
])('what an earlier try may have sent is searched %s, and not sent again', async (_, address, path, where) => {
  slack.answers({ json: listing('out_0', 'out_1') })

  expect(await send('Hello', uncertain, address)).toEqual({ kind: 'sent' })

  expect(paths()).toEqual([path])
  expect(slack.asked[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded')
  expect(Object.fromEntries(new URLSearchParams(slack.asked[0]?.body))).toEqual({
    ...where,
    oldest: '1699999940.123',
    include_all_metadata: 'true',
    limit: '200',
  })
})

test('what is not found there was not sent: it is now', async () => {
  slack.answers({ json: listing('out_0', 'out_1.1') }, gone)

  expect(await send('Hello', uncertain)).toEqual({ kind: 'sent' })
  expect(paths()).toEqual(['/conversations.replies', '/chat.postMessage'])
})

test('a busy thread is searched page by page, and not for ever', async () => {
  const more = { json: { ...listing('out_0'), response_metadata: { next_cursor: 'c2' } } }
  slack.answers(more, { json: listing('out_1') })

  expect(await send('Hello', uncertain)).toEqual({ kind: 'sent' })
  expect(slack.asked.map(({ body }) => new URLSearchParams(body).get('cursor'))).toEqual([null, 'c2'])

  slack.answers(more, more, more, more, more, gone)

  expect(await send('Hello', uncertain)).toEqual({ kind: 'sent' })
  expect(paths()).toHaveLength(6)
})

test('an answer longer than any that Slack gives is not read to its end', async () => {
  slack.answers({ json: { ok: true, more: 'x'.repeat(300_000) } })

  expect(await send()).toEqual({ kind: 'postponed', cause: 'Slack answered what is no answer' })
})

test('an explanation that quotes the message is no code, and told to nobody', async () => {
  slack.answers({ json: { ok: false, error: 'the text "My card 4111" is refused' } })

  expect(await send()).toEqual({ kind: 'refused', cause: 'Slack answered what is no code' })
})

test('what another program says of itself under our id is not our message', async () => {
  const theirs = [{ metadata: { event_type: 'ticket_made', event_payload: { id: 'out_1' } } }]
  slack.answers({ json: { ok: true, messages: theirs } }, gone)

  expect(await send('Hello', uncertain)).toEqual({ kind: 'sent' })

  expect(posted()).toHaveLength(1)
})

test.each([
  ['nobody answers', { lost: true }, { kind: 'postponed' }],
  ['Slack is busy', { status: 429, headers: { 'retry-after': '9' } }, { kind: 'postponed', retryAfterSeconds: 9 }],
  ['Slack is ill', { json: { ok: false, error: 'internal_error' } }, { kind: 'postponed' }],
])('when %s, the search is made later, and nothing is sent on a guess', async (_, answer, outcome) => {
  slack.answers(answer)

  expect(await send('Hello', uncertain)).toMatchObject(outcome)
  expect(posted()).toEqual([])
})

test('when the app may not search, a doubled message is better than a lost one', async () => {
  slack.answers({ json: { ok: false, error: 'missing_scope' } }, gone)

  expect(await send('Hello', uncertain)).toEqual({ kind: 'sent' })
  expect(posted()).toHaveLength(1)
})

test.each(['channel_not_found', 'not_in_channel', 'is_archived', 'invalid_auth', 'token_revoked', 'msg_too_long'])(
  '%s will not get better: refused',
  async (error) => {
    slack.answers({ json: { ok: false, error } })

    expect(await send()).toEqual({ kind: 'refused', cause: `Slack answered ${error}` })
  },
)

test.each(['ratelimited', 'internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'])(
  '%s passes: postponed',
  async (error) => {
    slack.answers({ json: { ok: false, error } })

    expect(await send()).toEqual({ kind: 'postponed', cause: `Slack answered ${error}` })
  },
)

test.each([
  [
    { status: 429, headers: { 'retry-after': '30' } },
    { kind: 'postponed', retryAfterSeconds: 30 },
  ],
  [
    { status: 429, headers: { 'retry-after': 'soon' } },
    { kind: 'postponed', cause: 'Slack answered 429' },
  ],
  [{ status: 503 }, { kind: 'postponed' }],
  [{ status: 403 }, { kind: 'refused' }],
  [{ status: 200 }, { kind: 'postponed', cause: 'Slack answered what is no answer' }],
  [{ lost: true }, { kind: 'postponed' }],
])('%j is %j', async (answer, outcome) => {
  slack.answers(answer)

  expect(await send()).toMatchObject(outcome)
})

const long = `${'a'.repeat(3_990)}. ${'b'.repeat(3_990)}. ${'c'.repeat(10)}.`

test('a long text goes in parts, each with an id of its own, and how far it came is remembered', async () => {
  const reached: number[] = []
  slack.answers(gone)

  const progress = { ...firstTry, reached: async (parts: number) => void reached.push(parts) }

  expect(await send(long, progress)).toEqual({ kind: 'sent' })
  expect(posted().map(({ text }) => text[0])).toEqual(['a', 'b', 'c'])
  expect(posted().map(({ metadata }) => metadata.event_payload.id)).toEqual(['out_1', 'out_1.1', 'out_1.2'])
  expect(reached).toEqual([1, 2])
})

test('after a break it goes on with the part that broke, which alone is searched', async () => {
  slack.answers({ json: listing('out_1', 'out_1.1') }, gone)

  expect(await send(long, { ...uncertain, partsSent: 1 })).toEqual({ kind: 'sent' })
  expect(paths()).toEqual(['/conversations.replies', '/chat.postMessage'])
  expect(posted().map(({ metadata }) => metadata.event_payload.id)).toEqual(['out_1.2'])
})

test('a part that is refused ends it', async () => {
  slack.answers(gone, { json: { ok: false, error: 'is_archived' } })

  expect(await send(long)).toEqual({ kind: 'refused', cause: 'Slack answered is_archived' })
  expect(posted()).toHaveLength(2)
})

test('without a token nothing is asked', async () => {
  slack.answers(gone)

  expect(await send('Hello', firstTry, thread, [])).toMatchObject({ kind: 'postponed' })
  expect(slack.asked).toEqual([])
})
