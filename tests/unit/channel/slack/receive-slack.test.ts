import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Received } from '#shared/channel/channel.ts'
import { slackReceiver, slackWords } from '#shared/channel/slack/slack.ts'
import { webhookRequestOf } from '#tests/support/webhook-request.ts'

const signingSecret = '8f742231b10e8888abcd99yyyzzz85a5'
const seconds = 1_700_000_000
const now = seconds * 1_000

const signed = (body: string, timestamp = String(seconds), secret = signingSecret) => {
  const mac = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')
  return webhookRequestOf(body, { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${mac}` })
}

const eventOf = (event: object): string =>
  JSON.stringify({ type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event })
const message = {
  type: 'message',
  channel: 'C1',
  channel_type: 'channel',
  user: 'U1',
  text: 'Hello',
  ts: '1700000000.000100',
}

const receive = (body: string, secrets = [signingSecret]): Promise<Received> =>
  slackReceiver().receive(signed(body), { signingSecret: secrets }, now)
const received = async (event: object) => {
  const found = await receive(eventOf(event))
  return found.kind === 'messages' ? found.messages : found.kind
}

test('a message in a channel begins a thread of its own', async () => {
  expect(await received({ ...message, text: 'Grüße 😀' })).toEqual([
    {
      version: 1,
      address: { channel: 'slack', account: 'T1', key: 'C1:1700000000.000100' },
      dedupeId: 'T1:C1:1700000000.000100',
      sender: { id: 'U1', verified: {} },
      message: { id: '1700000000.000100', text: 'Grüße 😀', attachments: [], sentAt: 1_700_000_000_000 },
      receivedAt: now,
    },
  ])
})

test('an answer in a thread belongs to the message that began it, a direct message to its channel', async () => {
  expect(await received({ ...message, thread_ts: '1699999999.000001' })).toMatchObject([
    { address: { key: 'C1:1699999999.000001' } },
  ])
  expect(await received({ ...message, channel: 'D1', channel_type: 'im' })).toMatchObject([{ address: { key: 'D1' } }])
})

test('a mention comes as two events, which are one message', async () => {
  const [plain, mention] = [await received(message), await received({ ...message, type: 'app_mention' })]

  expect(plain).toMatchObject([{ dedupeId: 'T1:C1:1700000000.000100' }])
  expect(mention).toMatchObject([{ dedupeId: 'T1:C1:1700000000.000100' }])
})

test('files come by reference', async () => {
  const file = { name: 'a.png', mimetype: 'image/png', size: 7, url_private: 'https://files.slack.com/a.png' }

  expect(await received({ ...message, subtype: 'file_share', text: '', files: [file] })).toMatchObject([
    {
      message: {
        text: '',
        attachments: [{ name: 'a.png', contentType: 'image/png', size: 7, url: 'https://files.slack.com/a.png' }],
      },
    },
  ])
})

test.each([
  ['a forwarded message', { attachments: [{ is_share: true, text: 'my order' }] }],
  ['a message of blocks alone', { blocks: [{ type: 'rich_text' }] }],
])('%s without a word is not nothing: a person looks at it in Slack', async (_, fields) => {
  const attachments = [{ kind: 'other' }]

  expect(await received({ ...message, text: '', ...fields })).toMatchObject([{ message: { text: '', attachments } }])
  expect(await received({ ...message, ...fields })).toMatchObject([{ message: { text: 'Hello', attachments: [] } }])
})

test('what somebody says of themselves with /me is said', async () => {
  expect(await received({ ...message, subtype: 'me_message' })).toMatchObject([{ message: { text: 'Hello' } }])
})

test.each([
  ['another program', { bot_id: 'B1' }],
  ['an edit', { subtype: 'message_changed' }],
  ['a deletion', { subtype: 'message_deleted' }],
  ['somebody who joined', { subtype: 'channel_join' }],
  ['a reaction', { type: 'reaction_added' }],
])('%s is nothing for us', async (_, fields) => {
  expect(await received({ ...message, ...fields })).toBe('ignored')
})

test.each([
  ['no user', { user: undefined }],
  ['a time that is none', { ts: 'soon' }],
  ['a text that is a number', { text: 7 }],
  ['a user that is a list', { user: ['U1'] }],
])('an event with %s cannot be read, and Slack is told that it came', async (_, fields) => {
  expect(await received({ ...message, ...fields })).toBe('unreadable')
  expect(slackReceiver()).toMatchObject({ taken: { status: 200 }, unreadable: { status: 200 } })
})

test('the first question is answered with its challenge, signed or not at all', async () => {
  const question = JSON.stringify({ type: 'url_verification', challenge: 'abc' })
  const unsigned = await slackReceiver().receive(webhookRequestOf(question), { signingSecret: [signingSecret] }, now)

  expect(await receive(question)).toMatchObject({ kind: 'answered', reply: { status: 200, body: 'abc' } })
  expect(unsigned).toEqual({ kind: 'unauthentic' })
})

test.each([
  [-300, 'messages'],
  [300, 'messages'],
  [-301, 'unauthentic'],
  [301, 'unauthentic'],
])('a clock %i seconds away: %s', async (off, kind) => {
  const verdict = await slackReceiver().receive(
    signed(eventOf(message)),
    { signingSecret: [signingSecret] },
    now + off * 1_000,
  )

  expect(verdict.kind).toBe(kind)
})

test.each(['1700000000.5', '1700000000abc', ' 1700000000', '-1', '01700000000'])(
  'a timestamp %j, signed as it stands, is refused',
  async (timestamp) => {
    const request = signed(eventOf(message), timestamp)

    expect(await slackReceiver().receive(request, { signingSecret: [signingSecret] }, now)).toEqual({
      kind: 'unauthentic',
    })
  },
)

test('either of two secrets is accepted; without one nothing is', async () => {
  expect((await receive(eventOf(message), ['another', signingSecret])).kind).toBe('messages')
  expect((await receive(eventOf(message), ['another'])).kind).toBe('unauthentic')
  expect((await receive(eventOf(message), [])).kind).toBe('unauthentic')
  expect((await receive(eventOf(message), [''])).kind).toBe('unauthentic')
})

test.each([
  ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
  ['see <https://x.example/a?b=1&amp;c=2>', 'see https://x.example/a?b=1&c=2'],
  ['see <https://x.example|there>', 'see there (https://x.example)'],
  ['<@U1|ada> and <@U2> in <#C1|general>, <!here>', '@ada and @U2 in #general, @here'],
  ['2 < 3 > 1', '2 < 3 > 1'],
])('%j is read as %j', (written, read) => {
  expect(slackWords(written)).toBe(read)
})
