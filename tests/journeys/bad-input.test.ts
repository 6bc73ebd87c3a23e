import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { badWebhooks } from '#tests/faults/webhooks/all.ts'
import { type Answered, type Journey, startJourney } from '#tests/support/journey.ts'
import { messageEvent } from '#tests/support/signed-request.ts'
import { badDeliveries, badRequests, canary, claimPath } from './bad-requests.ts'

let journey: Journey
/** A sample: the whole list knocks at the door itself. */
const every = 5

beforeAll(async () => {
  journey = await startJourney()
})
afterAll(() => journey?.cloud.close())

/** Refused in the way that is documented, with nothing of ours and nothing of the customer's in it. */
const expectProblem = ({ status, type, text, body }: Answered, wanted: number): void => {
  expect([status, type]).toEqual([wanted, 'application/problem+json'])
  expect(body).toMatchObject({ status: wanted, title: expect.any(String) })
  expect(text).not.toMatch(/\n\s+at |node_modules|\.ts:|\.mjs:/)
  expect(text).not.toContain(canary)
}

describe('a webhook that is refused', () => {
  beforeEach(() => journey.cloud.resetCalls())

  test.each(badDeliveries)('because it %s is a problem, and has no effect', async (_why, delivery, status) => {
    const answer = await journey.deliver(delivery)

    expectProblem(answer, status)
    expect(answer.headers.get('allow')).toBe(status === 405 ? 'POST' : null)
    expect(journey.sideEffects('ReceiveMessage')).toEqual([])
  })

  test.each(badWebhooks.filter((_, n) => n % every === 0))(
    'because it $what is a problem over the wire, too, and has no effect',
    async ({ status, body, ...webhook }) => {
      // What says that it is JSON is handed over as a text, by the API itself.
      const contentType = typeof body === 'string' ? 'application/json' : 'application/octet-stream'
      const answer = await journey.deliver({ ...webhook, body, contentType })

      expectProblem(answer, status)
      expect(journey.sideEffects('ReceiveMessage')).toEqual([])
    },
  )

  test('by its signature is told nothing but that, in one way for every reason', async () => {
    const answers = await Promise.all([
      journey.deliver({ body: messageEvent(canary), headers: {} }),
      journey.deliver({ body: messageEvent(canary), ageSeconds: 301 }),
      journey.deliver({
        body: '{',
        headers: { 'webhook-id': 'a', 'webhook-timestamp': '1', 'webhook-signature': 'v1,x' },
      }),
    ])

    for (const { text } of answers) expect(text).toBe('{"title":"Unauthorized","status":401}')
  })

  test('as larger than the API itself lets through never reaches a function', async () => {
    const answer = await journey.deliver({ body: Buffer.alloc(10_485_761, 'a') })

    expect(answer).toMatchObject({ status: 413, body: { message: 'Request Entity Too Large' } })
    expect(journey.sideEffects('ReceiveMessage')).toEqual([])
  })

  test('keeps nobody else from being answered', async () => {
    const reply = await journey.asks('after-bad-input', 'How do I return a lamp?')

    expect(reply.author).toBe('assistant')
    expect(journey.sideEffects('ReceiveMessage')).toEqual(['sqs SendMessage'])
  })
})

describe('a webhook that is odd, and good', () => {
  const textsOf = async (thread: string): Promise<readonly string[]> => {
    const { body } = await journey.reads(thread)
    const messages = body.messages as unknown as { author: { kind: string }; text: string }[]
    return messages.filter(({ author }) => author.kind === 'customer').map(({ text }) => text)
  }

  test.each([
    ['a NUL character', `human please \0 ${canary}`, `human please \0 ${canary}`],
    ['100,000 characters', `human please ${'long '.repeat(20_000)}`, `human please ${'long '.repeat(20_000)}`],
    ['emoji of many parts', 'human please 👩‍👩‍👧‍👦🏳️‍🌈 é Ω 漢', 'human please 👩‍👩‍👧‍👦🏳️‍🌈 é Ω 漢'],
    ['half a surrogate pair', 'human please \ud83d', 'human please \ufffd'],
  ])('with %s is kept as it was written', async (what, text, kept) => {
    const { status } = await journey.says(what, text)
    await journey.hears(what)

    expect(status).toBe(202)
    expect(await textsOf(what)).toEqual([kept])
  })

  test('with a type of another kind is acknowledged, and has no effect', async () => {
    journey.cloud.resetCalls()
    const answer = await journey.deliver({ body: JSON.stringify({ type: 'message.read', data: { deep: [canary] } }) })

    expect(answer).toMatchObject({ status: 202, body: { accepted: 0 } })
    expect(journey.sideEffects('ReceiveMessage')).toEqual([])
  })

  test('that was signed almost five minutes ago is still good', async () => {
    expect(await journey.deliver({ body: messageEvent(canary), ageSeconds: 290 })).toMatchObject({ status: 202 })
  })

  test('that is replayed is acknowledged twice and takes effect once', async () => {
    const first = await journey.says('replayed', 'How do I return a lamp?', 'replay-1')
    const answer = await journey.hears('replayed')
    const second = await journey.says('replayed', 'How do I return a lamp?', 'replay-1')
    await journey.asks('replayed', 'What is the warranty on an oak table?')

    expect([first.status, second.status]).toEqual([202, 202])
    expect(answer.author).toBe('assistant')
    expect(await textsOf('replayed')).toEqual(['How do I return a lamp?', 'What is the warranty on an oak table?'])
  })

  test('an agent’s emoji reach the customer byte by byte', async () => {
    const text = 'Grüße 👩🏽‍💻🏳️‍🌈 \u200d e\u0301 漢字'
    await journey.asks('emoji', 'I want to talk to a human')
    const claimed = await claimOf('emoji')
    const sent = await journey.agent('care-1', 'POST', `/handoffs/${claimed}/messages`, { text })
    const notice = await journey.hears('emoji')

    expect(sent.status).toBe(201)
    const reply = await journey.hears('emoji', notice.number)
    expect(Buffer.from(reply.text)).toEqual(Buffer.from(text))
  })

  /** Claims until the thread's own conversation comes; what came before is resolved. */
  const claimOf = async (thread: string): Promise<string> => {
    const { body } = await journey.reads(thread)
    for (;;) {
      const claimed = await journey.claims('care-1', 'care')
      const { id, conversationId } = claimed.body.handoff as unknown as { id: string; conversationId: string }
      if (conversationId === (body.id as unknown as string)) return id
      await journey.agent('care-1', 'POST', `/handoffs/${id}/resolve`, { outcome: 'spam' })
    }
  }
})

describe('a request of an agent', () => {
  test.each([
    ['without a token', ''],
    ['with a token of nobody’s', 'no.such.token'],
    ['with half a token', 'eyJhbGciOiJSUzI1NiJ9.e30.'],
  ])('%s gets no further than the authorizer', async (_what, token) => {
    journey.cloud.resetCalls()
    const answers = await Promise.all([
      journey.agent(token, 'GET', '/teams'),
      journey.agent(token, 'POST', claimPath, { claimId: 'c' }),
      journey.agent(token, 'GET', '/handoffs'),
    ])

    for (const { status, body } of answers) expect([status, body]).toEqual([401, { message: 'Unauthorized' }])
    expect(journey.sideEffects('AgentApi')).toEqual([])
  })

  test('with a token that is over gets no further either', async () => {
    const token = (await journey.cloud.token('care-1', -60)) ?? ''

    expect(await journey.agent(token, 'GET', '/teams')).toMatchObject({ status: 401 })
  })

  test.each(badRequests)('with %s is a problem', async (_what, method, path, body, headers, status) => {
    expectProblem(await journey.agent('care-1', method, path, body, headers), status)
  })

  test.each([
    ['GET', '/nothing/here'],
    ['PATCH', '/teams'],
    ['GET', '/_local/nothing'],
  ])('for a route that there is not, %s %s, is told so', async (method, path) => {
    expect(await journey.agent('care-1', method, path)).toMatchObject({ status: 404 })
  })

  test('that is good is answered after all of that', async () => {
    expect(await journey.agent('care-1', 'GET', '/teams')).toMatchObject({ status: 200 })
  })
})

test('nothing that anybody wrote stands in a log', () => {
  expect(journey.lines.length).toBeGreaterThan(10)
  expect(journey.lines.filter((line) => line.includes(canary) || line.includes('Ada'))).toEqual([])
  expect(journey.lines.filter((line) => /\n\s+at |node_modules/.test(line))).toEqual([])
})
