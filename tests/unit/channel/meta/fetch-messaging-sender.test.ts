import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ChannelSender } from '#shared/channel/channel.ts'
import { fetchInstagramSender, fetchMessengerSender } from '#shared/channel/meta/fetch-messaging-sender.ts'
import type { OutboundMessage } from '#shared/channel/outbound-message.ts'
import { firstTry } from '#tests/support/progress.ts'
import { type Answered, type ProviderServer, providerServer } from '#tests/support/provider-server.ts'

type Author = OutboundMessage['message']['author']['kind']

let graph: ProviderServer
beforeAll(async () => {
  graph = await providerServer()
})
beforeEach(() => {
  graph.asked.length = 0
})
afterAll(() => graph.close())

const secretsOf = (accessToken: readonly string[]) => ({ read: async () => ({ accessToken }) })
const taken: Answered = { status: 200, body: { recipient_id: '7171', message_id: 'm_1' } }
const failed = (code: number, error_subcode?: number, status = 400): Answered => ({
  status,
  body: { error: { message: 'told to nobody', code, ...(error_subcode && { error_subcode }) } },
})
const bodies = () => graph.asked.map(({ body }) => JSON.parse(body))

const platforms = [
  {
    who: 'Messenger',
    path: '/900100/messages',
    closed: failed(10, 2018278),
    open: (tokens: readonly string[]) =>
      fetchMessengerSender({ apiUrl: graph.url, pageId: '900100' }, secretsOf(tokens)),
  },
  {
    who: 'Instagram',
    path: '/me/messages',
    closed: failed(10, 2534022),
    open: (tokens: readonly string[]) => fetchInstagramSender({ apiUrl: graph.url }, secretsOf(tokens)),
  },
]

const sendBy = (sender: ChannelSender, answers: readonly Answered[], text: string, kind: Author) => {
  graph.answers = answers
  const address = { channel: 'any', account: '900100', key: '7171' }
  const message = { id: 'out-1', at: 123, author: { kind }, text }
  const outbound = { version: 1, threadId: 'a'.repeat(24), address, message, repeated: false } as const
  return sender.send(outbound, 0, firstTry)
}

describe.each(platforms)('$who', ({ who, path, closed, open }) => {
  const send = (answers: readonly Answered[], text = 'Grüße 😀', kind: Author = 'assistant', tokens = ['token']) =>
    sendBy(open(tokens), answers, text, kind)

  test('a message is posted as an answer', async () => {
    expect(await send([taken])).toEqual({ kind: 'sent' })

    expect(graph.asked).toMatchObject([{ path, headers: { authorization: 'Bearer token' } }])
    expect(bodies()).toEqual([{ recipient: { id: '7171' }, messaging_type: 'RESPONSE', message: { text: 'Grüße 😀' } }])
  })

  test('an agent goes on once the customer was silent for 24 hours, under the tag for people', async () => {
    expect(await send([closed, taken], 'Hi', 'agent')).toEqual({ kind: 'sent' })

    expect(bodies()[1]).toEqual({
      recipient: { id: '7171' },
      messaging_type: 'MESSAGE_TAG',
      tag: 'HUMAN_AGENT',
      message: { text: 'Hi' },
    })
  })

  test.each(['assistant', 'system'] as const)('the %s never speaks under the tag for people', async (kind) => {
    expect(await send([closed, taken], 'Hi', kind)).toEqual({
      kind: 'refused',
      cause: expect.stringContaining('the customer was silent for longer than it may be written to'),
    })
    expect(JSON.stringify(bodies())).not.toContain('HUMAN_AGENT')
  })

  test('an agent’s message is tagged only where it has to be', async () => {
    await send([taken], 'Hi', 'agent')
    await send([failed(190)], 'Hi', 'agent')

    expect(JSON.stringify(bodies())).not.toContain('HUMAN_AGENT')
  })

  test('after seven days an agent is refused too', async () => {
    expect(await send([closed], 'Hi', 'agent')).toMatchObject({ kind: 'refused' })
    expect(graph.asked).toHaveLength(2)
  })

  test.each([4, 613, 1200, 2])('%i may get better: postponed', async (code) => {
    expect(await send([failed(code)])).toEqual({ kind: 'postponed', cause: `${who} answered ${code}` })
  })

  test.each([
    [190, undefined, '190: the access token is not valid any more'],
    [200, undefined, '200: the access token does not permit it'],
    [551, 1545041, '551/1545041: the customer cannot be written to at present'],
    [100, 2018001, '100/2018001'],
  ])('%i will not get better: refused, in words that an agent understands', async (code, subcode, cause) => {
    expect(await send([failed(code, subcode)])).toEqual({ kind: 'refused', cause: `${who} answered ${cause}` })
  })

  test('a connection that breaks is postponed', async () => {
    expect(await send([{ status: 200, breaks: true }])).toMatchObject({ kind: 'postponed' })
  })

  test('without an access token nothing is asked', async () => {
    expect(await send([taken], 'Hi', 'agent', [])).toMatchObject({ kind: 'postponed' })
    expect(graph.asked).toEqual([])
  })
})

test('Messenger takes 2,000 characters, Instagram 1,000 bytes', async () => {
  const [messenger, instagram] = platforms.map(({ open }) => open(['token']))
  const text = 'ü'.repeat(2_000)

  if (messenger) await sendBy(messenger, [taken], text, 'agent')
  expect(bodies().map(({ message }) => message.text)).toEqual([text])

  graph.asked.length = 0
  if (instagram) await sendBy(instagram, [taken], text, 'agent')
  const parts = bodies().map(({ message }) => message.text)
  expect(parts.map((part) => Buffer.byteLength(part))).toEqual([1_000, 1_000, 1_000, 1_000])
  expect(parts.join('')).toBe(text)
})
