import { afterAll, beforeAll, expect, test } from 'vitest'
import { postCallback } from '#shared/channel/fetch-callback.ts'
import { internet, type Network } from '#shared/channel/fetch-pinned.ts'
import { verdictOf } from '#shared/channel/fetch-provider.ts'
import { connectionAttempts } from '#tests/support/connection-attempts.ts'
import { type Answer, type MediaServer, mediaServer, status } from '#tests/support/media-server.ts'

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
