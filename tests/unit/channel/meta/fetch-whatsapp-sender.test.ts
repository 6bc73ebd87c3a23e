import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fetchWhatsappSender, type WhatsappSettings } from '#shared/channel/meta/fetch-whatsapp-sender.ts'
import type { OutboundMessage } from '#shared/channel/outbound-message.ts'
import { firstTry } from '#tests/support/progress.ts'
import { type Answered, type ProviderServer, providerServer } from '#tests/support/provider-server.ts'

const now = 1_700_000_000_000
const threadId = 'a'.repeat(24)
const outbound = (text: string, key = '16505551234'): OutboundMessage => ({
  version: 1,
  threadId,
  address: { channel: 'whatsapp', account: '106540352242922', key },
  message: { id: 'out-1', at: 123, author: { kind: 'assistant' }, text },
  repeated: false,
})

let graph: ProviderServer
beforeAll(async () => {
  graph = await providerServer()
})
beforeEach(() => {
  graph.asked.length = 0
})
afterAll(() => graph.close())

const taken: Answered = { status: 200, body: { messages: [{ id: 'wamid.A' }] } }
const failed = (code: number, status = 400, headers: Record<string, string> = {}): Answered => ({
  status,
  headers,
  body: { error: { message: 'told to nobody', type: 'OAuthException', code, fbtrace_id: 'x' } },
})
const template = { name: 'we_wrote', language: 'en_US' }
const send = (
  answers: readonly Answered[],
  message = outbound('Grüße 😀'),
  {
    progress = firstTry,
    tokens = ['token'],
    ...settings
  }: Partial<WhatsappSettings> & { progress?: typeof firstTry; tokens?: string[] } = {},
) => {
  graph.answers = answers
  const secrets = { read: async () => ({ accessToken: tokens }) }
  return fetchWhatsappSender({ phoneNumberId: '106540352242922', apiUrl: graph.url, ...settings }, secrets).send(
    message,
    now,
    progress,
  )
}
const bodies = () => graph.asked.map(({ body }) => JSON.parse(body))

test('a message is posted as the Cloud API wants it, and named so that its statuses find it', async () => {
  expect(await send([taken])).toEqual({ kind: 'sent' })

  expect(graph.asked).toMatchObject([
    {
      path: '/106540352242922/messages',
      headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
    },
  ])
  expect(bodies()).toEqual([
    {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '16505551234',
      type: 'text',
      text: { body: 'Grüße 😀' },
      biz_opaque_callback_data: `${threadId}.123.out-1`,
    },
  ])
})

test('who hides the number is written to by the id of the business’s own', async () => {
  await send([taken], outbound('Hi', 'US.13491208655302741918'))

  expect(bodies()).toMatchObject([{ recipient: 'US.13491208655302741918' }])
  expect(bodies()[0]).not.toHaveProperty('to')
})

test('a long text goes in parts of 4,096 characters, of which the last bears the plain name', async () => {
  const reached: number[] = []
  const text = `${'a'.repeat(4_096)} ${'b'.repeat(4_096)} c`

  expect(
    await send([taken], outbound(text), { progress: { ...firstTry, reached: async (n) => void reached.push(n) } }),
  ).toEqual({
    kind: 'sent',
  })

  expect(bodies().map((body) => [body.text.body.length, body.biz_opaque_callback_data])).toEqual([
    [4_096, `${threadId}.123.out-1~`],
    [4_096, `${threadId}.123.out-1~`],
    [1, `${threadId}.123.out-1`],
  ])
  expect(reached).toEqual([1, 2])
})

test('a part that is gone is not sent again', async () => {
  await send([taken], outbound(`${'a'.repeat(4_096)} b`), { progress: { ...firstTry, partsSent: 1 } })

  expect(bodies()).toMatchObject([{ text: { body: 'b' } }])
})

test.each([
  [4, 400],
  [80007, 400],
  [130429, 400],
  [131000, 500],
  [131016, 503],
  [131048, 400],
  [133004, 400],
  [999, 500],
])('%i with %i may get better: postponed', async (code, status) => {
  expect(await send([failed(code, status)])).toEqual({
    kind: 'postponed',
    cause: expect.stringContaining(String(code)),
  })
})

test('too many to one customer wait six seconds, or as long as the answer says', async () => {
  expect(await send([failed(131056)])).toMatchObject({ kind: 'postponed', retryAfterSeconds: 6 })
  expect(await send([failed(130429, 429, { 'retry-after': '17' })])).toMatchObject({
    kind: 'postponed',
    retryAfterSeconds: 17,
  })
})

test.each([
  [190, 401, 'WhatsApp answered 190: the access token is not valid any more'],
  [0, 401, 'WhatsApp answered 0: the access token is not valid any more'],
  [131026, 400, 'WhatsApp answered 131026: the customer cannot be reached on WhatsApp'],
  [131047, 400, 'WhatsApp answered 131047: the customer was silent for 24 hours, and a template is needed'],
  [100, 400, 'WhatsApp answered 100'],
])('%i with %i will not get better: refused, in words that an agent understands', async (code, status, cause) => {
  expect(await send([failed(code, status)])).toEqual({ kind: 'refused', cause })
})

test('once the window is closed, a template carries the text, on one line', async () => {
  expect(await send([failed(131047), taken], outbound('Your lamp\n\nis  on its way'), { template })).toEqual({
    kind: 'sent',
  })

  expect(bodies()[1]).toEqual({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: '16505551234',
    type: 'template',
    template: {
      name: 'we_wrote',
      language: { code: 'en_US' },
      components: [{ type: 'body', parameters: [{ type: 'text', text: 'Your lamp is on its way' }] }],
    },
    biz_opaque_callback_data: `${threadId}.123.out-1+`,
  })
})

test('a text that came too late goes as a template at once, in parts that are remembered, the last with the plain name', async () => {
  const reached: number[] = []
  const progress = { ...firstTry, asTemplate: true, partsSent: 0, reached: async (n: number) => void reached.push(n) }

  expect(await send([taken], outbound('word '.repeat(300)), { template, progress })).toEqual({ kind: 'sent' })

  expect(bodies().map(({ type, biz_opaque_callback_data: name }) => [type, name])).toEqual([
    ['template', `${threadId}.123.out-1+~`],
    ['template', `${threadId}.123.out-1+`],
  ])
  expect(reached).toEqual([1])
  await send([taken], outbound('word '.repeat(300)), { template, progress: { ...progress, partsSent: 1 } })
  expect(bodies()).toHaveLength(3)
})

test('a text that came too late goes nowhere once there is no template any more', async () => {
  expect(await send([taken], outbound('Hi'), { progress: { ...firstTry, asTemplate: true } })).toEqual({
    kind: 'refused',
    cause: 'WhatsApp answered 131047: the customer was silent for 24 hours, and a template is needed',
  })
  expect(graph.asked).toEqual([])
})

test('what no template’s variable holds goes in several, whole', async () => {
  await send([failed(131047), taken], outbound('word '.repeat(300)), { template })

  const variables = bodies()
    .slice(1)
    .map((body) => body.template.components[0].parameters[0].text)
  expect(variables.every((text) => text.length <= 800)).toBe(true)
  expect(variables.join(' ')).toBe('word '.repeat(300).trim())
})

test('a template that is refused is not tried again', async () => {
  expect(await send([failed(131047), failed(132001, 404)], outbound('Hi'), { template })).toEqual({
    kind: 'refused',
    cause: 'WhatsApp answered 132001: the template does not exist in this language',
  })
  expect(graph.asked).toHaveLength(2)
})

test('an open window needs no template', async () => {
  await send([taken], outbound('Hi'), { template })

  expect(bodies()).toMatchObject([{ type: 'text' }])
})

test('without an access token nothing is asked', async () => {
  expect(await send([taken], outbound('Hi'), { tokens: [] })).toMatchObject({ kind: 'postponed' })
  expect(graph.asked).toEqual([])
})

test.each([
  ['a broken connection', { status: 200, breaks: true }, 'postponed'],
  ['no JSON', { status: 200, body: '<html>' }, 'sent'],
  ['no JSON and 502', { status: 502, body: '<html>' }, 'postponed'],
  ['no code and 404', { status: 404, body: { error: 'none' } }, 'refused'],
  ['a redirect', { status: 302, headers: { location: '/elsewhere' } }, 'postponed'],
])('%s is %s', async (_, answer, kind) => {
  const delivered = await send([answer])

  expect(delivered.kind).toBe(kind)
  expect(JSON.stringify(delivered)).not.toMatch(/token\b|127\.0\.0\.1/)
})
