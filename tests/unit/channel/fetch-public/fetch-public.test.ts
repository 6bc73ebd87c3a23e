import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { internet, type Network } from '#shared/channel/media/fetch-pinned.ts'
import { fetchPublic, mediaLimitBytes } from '#shared/channel/media/fetch-public.ts'
import { type Answer, bytes, type MediaServer, mediaServer, ok, status } from '#tests/support/media-server.ts'

let provider: MediaServer
beforeAll(async () => {
  provider = await mediaServer()
})
afterAll(() => provider.close())

const hosts = ['files.example.com']
const fetched = (...given: Answer[]) => {
  provider.answers(...given)
  const reach = { hosts, ownOrigin: provider.url }
  return fetchPublic(`${provider.url}/a`, { reach, headers: { authorization: 'Bearer x' } })
}

test('the bytes as they are, and what they are said to be', async () => {
  const file = await fetched(ok({ 'content-type': 'Image/JPEG; x=y' }))

  expect(file).toEqual({ kind: 'fetched', bytes, contentType: 'image/jpeg' })
  expect(provider.asked[0]?.headers).toMatchObject({ authorization: 'Bearer x', 'accept-encoding': 'identity' })
})

test.each([undefined, '', 'image', '<script>', 'text/html<x>'])('the content type %j says nothing', async (type) => {
  const file = await fetched(ok(type === undefined ? {} : { 'content-type': type }))

  expect(file).toEqual({ kind: 'fetched', bytes, contentType: undefined })
})

test.each([400, 401, 403, 404, 410])('%i: never to be had', async (code) => {
  expect(await fetched(status(code))).toEqual({ kind: 'refused', cause: `answered ${code}` })
})

test.each([206, 408, 425, 429, 500, 503])('%i: perhaps another time', async (code) => {
  expect(await fetched(status(code))).toEqual({ kind: 'failed', cause: `answered ${code}` })
})

describe('20 MiB', () => {
  const large = Buffer.alloc(mediaLimitBytes)

  test('are read', async () => {
    const file = await fetched(ok({}, large))

    expect(file.kind === 'fetched' && file.bytes.byteLength).toBe(mediaLimitBytes)
  })

  test('and one byte, announced: not read', async () => {
    const file = await fetched(status(200, { 'content-length': String(mediaLimitBytes + 1) }))

    expect(file).toEqual({ kind: 'refused', cause: 'too large' })
  })

  test('and one byte, not announced: counted', async () => {
    const file = await fetched((response) => {
      response.writeHead(200)
      response.write(large)
      response.end('x')
    })

    expect(file).toEqual({ kind: 'refused', cause: 'too large' })
  })

  test('and no end: left', async () => {
    const left = new Promise((closed) => {
      provider.answers((response) => {
        response.on('close', closed)
        const pour = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(1024 * 1024))) {}
        }
        response.on('drain', pour)
        pour()
      })
    })

    const file = await fetchPublic(provider.url, { reach: { hosts, ownOrigin: provider.url } })

    expect(file).toEqual({ kind: 'refused', cause: 'too large' })
    await left
  })

  test('that were packed into little are not unpacked', async () => {
    expect(await fetched(ok({ 'content-encoding': 'gzip' }))).toEqual({ kind: 'refused', cause: 'packed' })
  })
})

describe('what fails', () => {
  const reached = (given: Answer, network = internet) => {
    provider.answers(given)
    return fetchPublic(provider.url, { reach: { hosts, ownOrigin: provider.url }, timeoutMs: 100, network })
  }

  test('a provider that says nothing', async () => {
    expect(await reached(() => undefined)).toMatchObject({ kind: 'failed' })
  })

  test('one that begins and never ends', async () => {
    expect(await reached((response) => response.writeHead(200).write('x'))).toMatchObject({ kind: 'failed' })
  })

  test('one that breaks off', async () => {
    const torn: Answer = (response) => {
      response.writeHead(200, { 'content-length': '10' }).write('x', () => response.destroy())
    }

    expect(await fetched(torn)).toEqual({ kind: 'failed', cause: 'ECONNRESET' })
  })

  test('a name server that never answers', async () => {
    const silent: Network = { ...internet, resolve: () => new Promise(() => undefined) }

    expect(await reached(ok(), silent)).toEqual({ kind: 'failed', cause: 'TimeoutError' })
  })

  test('a name that nobody knows, and no URL in what is told of it', async () => {
    const unknown: Network = {
      ...internet,
      resolve: async (host) => {
        throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' })
      },
    }

    expect(await reached(ok(), unknown)).toEqual({ kind: 'failed', cause: 'ENOTFOUND' })
  })
})
