import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { internet, type Network } from '#shared/channel/media/fetch-pinned.ts'
import { fetchPublic } from '#shared/channel/media/fetch-public.ts'
import { connectionAttempts } from '#tests/support/connection-attempts.ts'
import { type Answer, type MediaServer, mediaServer, ok, status } from '#tests/support/media-server.ts'

let provider: MediaServer
let elsewhere: MediaServer
beforeAll(async () => {
  provider = await mediaServer()
  elsewhere = await mediaServer()
})
afterAll(async () => {
  await provider.close()
  await elsewhere.close()
})

const hosts = ['files.example.com']
const fetched = (...given: Answer[]) => {
  provider.answers(...given)
  const reach = { hosts, ownOrigin: provider.url }
  return fetchPublic(`${provider.url}/a`, { reach, headers: { authorization: 'Bearer x' } })
}

describe('a redirect', () => {
  const to = (location: string): Answer => status(302, { location })

  test('on the same host is followed, with what the host is to know', async () => {
    expect(await fetched(to('/b'), ok())).toMatchObject({ kind: 'fetched' })

    expect(provider.asked.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/a', 'Bearer x'],
      ['/b', 'Bearer x'],
    ])
  })

  test('to another listed host is followed without it', async () => {
    const toElsewhere: Network = {
      resolve: async () => ['93.184.215.14'],
      open: (url, addresses, call) =>
        url.hostname === 'files.example.com'
          ? internet.open(new URL(url.pathname, elsewhere.url), ['127.0.0.1'], call)
          : internet.open(url, addresses, call),
    }
    provider.answers(to('https://files.example.com/b'))
    elsewhere.answers(ok())

    const file = await fetchPublic(`${provider.url}/a`, {
      reach: { hosts, ownOrigin: provider.url },
      headers: { authorization: 'Bearer x' },
      network: toElsewhere,
    })

    expect(file).toMatchObject({ kind: 'fetched' })
    expect([...provider.asked, ...elsewhere.asked].map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/a', 'Bearer x'],
      ['/b', undefined],
    ])
  })

  test('a fourth is not followed', async () => {
    expect(await fetched(to('/a'))).toEqual({ kind: 'refused', cause: 'redirected too often' })
    expect(provider.asked).toHaveLength(4)
  })

  test.each([
    ['http://169.254.169.254/latest/meta-data/'],
    ['https://169.254.169.254/latest/meta-data/'],
    ['//127.0.0.1:9001/2018-06-01/runtime/invocation/next'],
    ['http://127.0.0.1:9001/'],
    ['https://[::1]/'],
    ['https://evil.example/'],
    ['https://x@files.example.com/'],
    ['http://files.example.com/'],
    ['file:///etc/passwd'],
    ['https://'],
  ])('to %s is not followed', async (location) => {
    const attempts = connectionAttempts()

    const file = await fetched(to(location))

    attempts.stop()
    expect(file).toEqual({ kind: 'refused', cause: 'redirected elsewhere' })
    expect(attempts.addresses).toEqual([new URL(provider.url).host.replace(':', ' ')])
  })

  test('to another port of this machine is not followed', async () => {
    elsewhere.answers(ok())

    expect(await fetched(to(elsewhere.url))).toEqual({ kind: 'refused', cause: 'redirected elsewhere' })
    expect([provider.asked.length, elsewhere.asked.length]).toEqual([1, 0])
  })

  test('to a listed host whose name leads inwards is not followed', async () => {
    const inward: Network = { ...internet, resolve: async () => ['127.0.0.1'] }
    provider.answers(to('https://files.example.com/'))

    const reach = { hosts, ownOrigin: provider.url }
    const file = await fetchPublic(provider.url, { reach, network: inward })

    expect(file).toEqual({ kind: 'refused', cause: 'not at a public address' })
    expect(provider.asked).toHaveLength(1)
  })
})
