import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Listening, listen } from '#infra/local/http/listen.ts'
import { retryAfterSeconds } from '#shared/channel/fetch-provider.ts'
import { fetchStandardSender } from '#shared/channel/standard/fetch-standard-sender.ts'
import { toOutbound } from '#shared/thread/to-outbound.ts'
import { addressOf, threadOf } from '#tests/support/inbound.ts'
import { firstTry } from '#tests/support/progress.ts'
import { signatureOf } from '#tests/support/signed-request.ts'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const another = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'
const now = 1_700_000_000_123
const timestamp = 1_700_000_000

const outbound = toOutbound(addressOf('thread-1'), {
  threadId: threadOf('thread-1'),
  id: 'out-1',
  conversationId: 'c',
  at: now,
  author: { kind: 'agent', id: 'ann', name: 'Ann' },
  text: 'Grüße 😀',
  delivery: 'pending',
})

interface Posted {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

let callback: Listening
let answer: (response: ServerResponse) => void
const posted: Posted[] = []
beforeAll(async () => {
  callback = await listen(0, async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    posted.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') })
    answer(response)
  })
})
beforeEach(() => {
  posted.length = 0
})
afterAll(() => callback.close())

const send = (respond: typeof answer, secrets = [secret], message = outbound) => {
  answer = respond
  return fetchStandardSender(`${callback.url}/callback`, { read: async () => ({ signing: secrets }) }).send(
    message,
    now,
    firstTry,
  )
}
const status =
  (code: number, headers: Record<string, string> = {}): typeof answer =>
  (response) =>
    response.writeHead(code, headers).end('thanks')

test('an answer arrives with the articles that it rests on, and not with those that were only offered', async () => {
  const offered = { confidence: 0.9 }
  const evidence = {
    passages: [
      { title: 'Return an item', url: 'https://help.example.com/returns', used: true as const, ...offered },
      { title: 'Delivery', url: 'https://help.example.com/delivery', ...offered },
    ],
  }
  const message = { threadId: threadOf('thread-1'), id: 'out-2', conversationId: 'c', at: now, text: 'Within 30 days.' }
  const answered = toOutbound(addressOf('thread-1'), { ...message, author: { kind: 'assistant' }, evidence })

  await send((response) => response.end(), [secret], answered)

  expect(JSON.parse(posted[0]?.body ?? '').data.message).toEqual({
    id: 'out-2',
    text: 'Within 30 days.',
    sources: [{ title: 'Return an item', url: 'https://help.example.com/returns' }],
  })
})

test('a message arrives as documented, without anything internal', async () => {
  expect(await send(status(200))).toEqual({ kind: 'sent' })

  expect(JSON.parse(posted[0]?.body ?? '')).toEqual({
    type: 'message.created',
    timestamp: '2023-11-14T22:13:20.123Z',
    data: {
      conversation: { id: 'thread-1' },
      author: { kind: 'agent', name: 'Ann' },
      message: { id: 'out-1', text: 'Grüße 😀' },
    },
  })
})

test('it is signed with every active secret, under the message’s own id', async () => {
  await send(status(204), [secret, another])

  const [{ headers, body } = { headers: {}, body: '' }] = posted
  expect(headers['webhook-id']).toBe('out-1')
  expect(headers['webhook-timestamp']).toBe(String(timestamp))
  expect(headers['webhook-signature']).toBe(
    [secret, another].map((key) => signatureOf({ secret: key, body, timestamp, id: 'out-1' })).join(' '),
  )
})

test.each([400, 401, 403, 404, 410, 422])('%i will not get better: refused', async (code) => {
  expect(await send(status(code))).toEqual({ kind: 'refused', cause: `callback answered ${code}` })
})

test.each([408, 425, 429, 500, 502, 503, 504])('%i may get better: postponed', async (code) => {
  expect(await send(status(code))).toEqual({ kind: 'postponed', cause: `callback answered ${code}` })
})

test('a redirect is not followed', async () => {
  expect(await send(status(302, { location: `${callback.url}/elsewhere` }))).toMatchObject({ kind: 'postponed' })
  expect(posted).toHaveLength(1)
})

test('a callback that says when to come back is quoted', async () => {
  expect(await send(status(429, { 'retry-after': '17' }))).toMatchObject({ kind: 'postponed', retryAfterSeconds: 17 })
})

test('a connection that breaks is postponed, and throws nothing', async () => {
  expect(await send((response) => response.destroy())).toMatchObject({ kind: 'postponed' })
})

test('nobody there is postponed', async () => {
  const closed = await listen(0, () => undefined)
  await closed.close()

  const sender = fetchStandardSender(closed.url, { read: async () => ({ signing: [secret] }) })

  expect(await sender.send(outbound, now, firstTry)).toMatchObject({ kind: 'postponed' })
})

test('without a secret nothing leaves unsigned', async () => {
  expect(await send(status(200), [])).toMatchObject({ kind: 'postponed' })

  expect(posted).toEqual([])
})

test.each([
  ['17', 17],
  [' 17 ', 17],
  ['Tue, 14 Nov 2023 22:14:20 GMT', 60],
  ['Tue, 14 Nov 2023 22:00:00 GMT', 0],
  ['soon', undefined],
  // What a date's reader makes of these is a time, in the year 3600 or in May 2001.
  ['in 3600', undefined],
  ['-5', undefined],
  ['Tue, 14 Nov 2023 22:14:20 GMT or so', undefined],
  ['', undefined],
  [null, undefined],
])('retry-after %j is %j', (header, seconds) => {
  expect(retryAfterSeconds(header, now)).toBe(seconds)
})
