import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Listening, listen } from '#infra/local/http/listen.ts'
import type { Progress } from '#shared/channel/channel.ts'
import { referenceOf } from '#shared/channel/receipt.ts'
import { fetchTwilioSender, type TwilioSettings } from '#shared/channel/twilio/fetch-twilio-sender.ts'
import { toOutbound } from '#shared/thread/to-outbound.ts'
import { addressOf, threadOf } from '#tests/support/inbound.ts'
import { firstTry } from '#tests/support/progress.ts'
import { twilioAccount, twilioUrl } from '#tests/support/twilio-request.ts'

const now = 1_700_000_000_123
const named = { threadId: threadOf('thread-1'), at: now, id: 'out-1' }
const contentSid = `HX${'0'.repeat(32)}`

const outboundOf = (text: string, key = '+18005551212:+12349013030') => ({
  ...toOutbound(addressOf('thread-1'), {
    ...named,
    conversationId: 'c',
    author: { kind: 'assistant' },
    text,
    delivery: 'pending',
  }),
  address: { channel: 'twilio', account: twilioAccount, key },
})

type Answer = readonly [status: number, json: unknown, headers?: Readonly<Record<string, string>>]
interface Posted {
  readonly path: string
  readonly token: string | undefined
  readonly form: Readonly<Record<string, string>>
}

let twilio: Listening
let answers: Answer[] = []
const posted: Posted[] = []
beforeAll(async () => {
  twilio = await listen(0, async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const basic = Buffer.from(request.headers.authorization?.slice('Basic '.length) ?? '', 'base64').toString()
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')))
    posted.push({ path: request.url ?? '', token: basic.split(':')[1], form })
    const [status, json, headers = {}] = answers.shift() ?? [201, { sid: 'SM1', error_code: null }]
    response.writeHead(status, headers).end(JSON.stringify(json))
  })
})
beforeEach(() => {
  posted.length = 0
  answers = []
})
afterAll(() => twilio.close())

interface Sending {
  readonly settings?: Partial<TwilioSettings>
  readonly key?: string
  readonly tokens?: readonly string[]
  readonly progress?: Partial<Progress>
}

const send = (text: string, { settings, key, tokens = ['token'], progress }: Sending = {}) =>
  fetchTwilioSender(
    { accountSid: twilioAccount, webhookUrl: twilioUrl, apiUrl: twilio.url, ...settings },
    { read: async () => ({ authToken: tokens }) },
  ).send(outboundOf(text, key), now, { ...firstTry, ...progress })

test('a message goes from the number that was written to, and names itself where its status will be told', async () => {
  expect(await send('Grüße 😀')).toEqual({ kind: 'sent' })

  expect(posted).toEqual([
    {
      path: `/2010-04-01/Accounts/${twilioAccount}/Messages.json`,
      token: 'token',
      form: {
        To: '+12349013030',
        From: '+18005551212',
        Body: 'Grüße 😀',
        StatusCallback: `${twilioUrl}?message=${referenceOf(named)}`,
      },
    },
  ])
})

test('a number pool sends instead, and WhatsApp stays WhatsApp', async () => {
  const messagingServiceSid = `MG${'0'.repeat(32)}`
  await send('Hello', { settings: { messagingServiceSid }, key: 'whatsapp:+18005551212:whatsapp:+12349013030' })
  await send('Hello', { key: 'whatsapp:+18005551212:whatsapp:+12349013030' })

  expect(posted[0]?.form).toMatchObject({ To: 'whatsapp:+12349013030', MessagingServiceSid: messagingServiceSid })
  expect(posted[0]?.form).not.toHaveProperty('From')
  expect(posted[1]?.form).toMatchObject({ To: 'whatsapp:+12349013030', From: 'whatsapp:+18005551212' })
})

test("the status comes with the webhook's own query, without what stands behind its hash", async () => {
  await send('Hello', { settings: { webhookUrl: `${twilioUrl}?a=1#rc=3` } })

  expect(posted[0]?.form.StatusCallback).toBe(`${twilioUrl}?a=1&message=${referenceOf(named)}`)
})

test('a long text goes in parts, of which only the last one stands for all, and none goes twice', async () => {
  const [one, two] = [`${'a'.repeat(1_500)}.`, `${'b'.repeat(1_500)}.`]
  await send(`${one} ${two}`)
  await send(`${one} ${two}`, { progress: { partsSent: 1 } })

  expect(posted.map(({ form }) => form.Body)).toEqual([one, two, two])
  expect(posted.map(({ form }) => new URL(form.StatusCallback ?? '').searchParams.keys().next().value)).toEqual([
    'part',
    'message',
    'message',
  ])
})

test.each([
  [[400, { code: 21610 }], { kind: 'refused', cause: 'Twilio answered 21610: the customer has opted out' }],
  [[400, { code: 21211 }], { kind: 'refused', cause: 'Twilio answered 21211: this is no valid number' }],
  [[401, { code: 20003 }], { kind: 'refused', cause: 'Twilio answered 20003: the auth token is not valid' }],
  [[404, {}], { kind: 'refused', cause: 'Twilio answered 404' }],
  [[400, { code: 'constructor' }], { kind: 'refused', cause: 'Twilio answered 400' }],
  [
    [429, { code: 20429 }, { 'retry-after': '7' }],
    { kind: 'postponed', cause: 'Twilio answered 20429', retryAfterSeconds: 7 },
  ],
  [[429, {}], { kind: 'postponed', cause: 'Twilio answered 429' }],
  [[400, { code: 21611 }], { kind: 'postponed', cause: 'Twilio answered 21611' }],
  [[503, { code: 20503 }], { kind: 'postponed', cause: 'Twilio answered 20503' }],
] as const)('%j: %j', async (answer, verdict) => {
  answers = [answer]

  expect(await send('Hello')).toEqual(verdict)
  expect(posted).toHaveLength(1)
})

test('while the token is rotated either may hold', async () => {
  answers = [[401, { code: 20003 }]]

  expect(await send('Hello', { tokens: ['old', 'new'] })).toEqual({ kind: 'sent' })
  expect(posted.map(({ token }) => token)).toEqual(['old', 'new'])
})

test('without a token nothing is sent', async () => {
  expect(await send('Hello', { tokens: [] })).toEqual({ kind: 'postponed', cause: 'there is no authToken' })
  expect(posted).toEqual([])
})

test("once WhatsApp's window is closed the text goes into the template, if there is one", async () => {
  answers = [
    [400, { code: 63016 }],
    [400, { code: 63016 }],
  ]

  expect(await send('Hello\n\n  there')).toMatchObject({ kind: 'refused' })
  expect(await send('Hello\n\n  there', { settings: { template: { contentSid } } })).toEqual({ kind: 'sent' })
  expect(posted.map(({ form }) => [form.Body, form.ContentSid, form.ContentVariables])).toEqual([
    ['Hello\n\n  there', undefined, undefined],
    ['Hello\n\n  there', undefined, undefined],
    [undefined, contentSid, '{"1":"Hello there"}'],
  ])
  expect(posted.map(({ form }) => form.StatusCallback)).toEqual([
    `${twilioUrl}?message=${referenceOf(named)}`,
    `${twilioUrl}?message=${referenceOf(named)}`,
    `${twilioUrl}?template=${referenceOf(named)}`,
  ])
})

test('a text that came too late goes as the template at once, a variable at a time, and none goes twice', async () => {
  const settings = { template: { contentSid } }
  await send('word '.repeat(300), { settings, progress: { asTemplate: true } })
  await send('word '.repeat(300), { settings, progress: { asTemplate: true, partsSent: 1 } })

  const said = posted.map(({ form }) => JSON.parse(form.ContentVariables ?? '{}')[1])
  expect(said.every((text) => text.length <= 800)).toBe(true)
  expect(said.slice(0, 2).join(' ')).toBe('word '.repeat(300).trim())
  expect(posted.map(({ form }) => new URL(form.StatusCallback ?? '').searchParams.keys().next().value)).toEqual([
    'template-part',
    'template',
    'template',
  ])
})

test('a text that came too late goes nowhere once there is no template any more', async () => {
  expect(await send('Hello', { progress: { asTemplate: true } })).toMatchObject({
    kind: 'refused',
    cause: expect.stringContaining('63016'),
  })
  expect(posted).toEqual([])
})
