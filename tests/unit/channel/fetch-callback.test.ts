import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verdictOf } from '#shared/channel/fetch-provider.ts'
import { internet, type Network } from '#shared/channel/media/fetch-pinned.ts'
import { postCallback } from '#shared/channel/standard/fetch-callback.ts'
import { connectionAttempts } from '#tests/support/connection-attempts.ts'
import { type Answer, type MediaServer, mediaServer, ok, status } from '#tests/support/media-server.ts'

let company: MediaServer
beforeAll(async () => {
  company = await mediaServer()
})
afterAll(() => company.close())

const post = { headers: { 'webhook-id': 'out-1' }, body: '{"text":"Grüße"}' }
/** Names stand for what is given; a public address is played by the server on this machine. */
const network = (opened: string[], ...addresses: readonly string[]): Network => ({
  resolve: async () => addresses,
  open: (url, judged, call) => {
    opened.push(...judged)
    return internet.open(new URL(url.pathname, company.url), ['127.0.0.1'], call)
  },
})
const posted = async (answer: Answer, ...addresses: readonly string[]) => {
  company.answers(answer)
  const opened: string[] = []
  const found = await postCallback('https://support.example.com/callback', post, network(opened, ...addresses))
  return { opened, verdict: verdictOf('callback', found, 0) }
}

test('a callback at a public address is posted to, at that very address', async () => {
  const { opened, verdict } = await posted(status(200), '93.184.215.14')

  expect(verdict).toEqual({ kind: 'sent' })
  expect(opened).toEqual(['93.184.215.14'])
  expect(company.asked.map(({ method, url, headers }) => [method, url, headers['webhook-id']])).toEqual([
    ['POST', '/callback', 'out-1'],
  ])
})

test('what it answers counts as elsewhere', async () => {
  expect((await posted(status(410), '93.184.215.14')).verdict).toMatchObject({ kind: 'refused' })
  expect((await posted(status(302, { location: company.url }), '93.184.215.14')).verdict).toMatchObject({
    kind: 'postponed',
  })
  expect((await posted(status(429, { 'retry-after': '7' }), '93.184.215.14')).verdict).toEqual({
    kind: 'postponed',
    cause: 'callback answered 429',
    retryAfterSeconds: 7,
  })
})

test.each([['127.0.0.1'], ['169.254.169.254'], ['10.0.0.1'], ['::1'], ['93.184.215.14', '10.0.0.1']])(
  'its name has come to stand for %s: nothing is sent, and another time it may',
  async (...addresses) => {
    const { opened, verdict } = await posted(status(200), ...addresses)

    expect(verdict).toEqual({ kind: 'postponed', cause: 'callback is not at a public address' })
    expect(opened).toEqual([])
  },
)

test('a name that nobody knows is postponed', async () => {
  const unknown: Network = { ...internet, resolve: () => Promise.reject(new Error('support.example.com')) }

  const answer = await postCallback('https://support.example.com/callback', post, unknown)

  expect(answer).toEqual({ status: undefined, cause: 'Error' })
})

test('a URL that says it is on this machine is posted to there', async () => {
  company.answers(status(204))
  const attempts = connectionAttempts()

  const answer = await postCallback(company.url, post)

  attempts.stop()
  expect(answer).toMatchObject({ status: 204 })
  expect(attempts.addresses).toEqual([new URL(company.url).host.replace(':', ' ')])
})

describe('the connection', () => {
  /** How many connections these posts needed, one after the other. */
  const connectionsFor = async (...answers: readonly Answer[]) => {
    await company.close()
    company = await mediaServer()
    company.answers(...answers)
    const attempts = connectionAttempts()
    const statuses: (number | undefined)[] = []
    for (const _ of answers) {
      const { status } = await postCallback('https://support.example.com/callback', post, network([], '93.184.215.14'))
      statuses.push(status)
      await setTimeout(10)
    }
    attempts.stop()
    return { connections: attempts.addresses.length, statuses }
  }

  test('is kept for the next message', async () => {
    expect(await connectionsFor(status(200), ok(), status(429))).toEqual({ connections: 1, statuses: [200, 200, 429] })
  })

  test('that the other end has broken off meanwhile is replaced, and the message is not put off', async () => {
    const breaks: Answer = (_response, request) => request.socket.resetAndDestroy()

    expect(await connectionsFor(status(200), breaks, status(200))).toEqual({
      connections: 3,
      statuses: [200, 200, 200],
    })
    expect(company.asked).toHaveLength(4)
  })

  test('is broken off where the answer does not end', async () => {
    const endless: Answer = (response) => {
      response.writeHead(200)
      const write = () => response.destroyed || response.write(Buffer.alloc(16_384), () => setImmediate(write))
      write()
    }

    expect(await connectionsFor(endless, status(200))).toEqual({ connections: 2, statuses: [200, 200] })
  })
})
