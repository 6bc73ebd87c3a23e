import { connect, createServer, type Server } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { internet, type Network } from '#shared/channel/media/fetch-pinned.ts'
import { fetchPublic } from '#shared/channel/media/fetch-public.ts'
import { connectionAttempts } from '#tests/support/connection-attempts.ts'

const hosts = ['files.example.com', '*.cdn.example.com']
/** Where each of these would be asked, were the name or the address let through. */
let inner: Server
let port = 0
const heard: string[] = []
let attempts: ReturnType<typeof connectionAttempts>
beforeAll(async () => {
  inner = createServer((socket) =>
    socket.once('data', (data) => {
      heard.push(data.toString('latin1'))
      socket.destroy()
    }),
  )
  await new Promise<void>((listening) => inner.listen(0, '127.0.0.1', listening))
  const address = inner.address()
  port = typeof address === 'object' && address ? address.port : 0
})
beforeEach(() => {
  attempts = connectionAttempts()
})
afterEach(() => attempts.stop())
afterAll(() => new Promise((closed) => inner.close(closed)))

/** The real connections, and names that stand for what an attacker likes. */
const network = (...addresses: readonly string[]): Network => ({ ...internet, resolve: async () => addresses })

const inwards = [
  '127.0.0.1',
  '127.1',
  '127.255.255.254',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '017700000001',
  '0177.0.0.1',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
  '0',
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '169.254.169.254',
  '2852039166',
  '0xa9fea9fe',
  '0251.0376.0251.0376',
  '169.254.170.2',
  '172.16.0.1',
  '192.168.0.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[::127.0.0.1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:a9fe:a9fe]',
  '[64:ff9b::169.254.169.254]',
  '[64:ff9b:1::1]',
  '[2002:7f00:1::]',
  '[2001::1]',
  '[fd00:ec2::254]',
  '[fe80::1]',
  '[ff02::1]',
  'localhost',
  'localhost.',
  'metadata.google.internal',
]

const notListed = [
  'http://files.example.com/',
  'ftp://files.example.com/',
  'file:///etc/passwd',
  'data:text/plain,hello',
  'gopher://files.example.com/',
  'https://files.example.com:8443/',
  'https://files.example.com:22/',
  'https://files.example.com.evil.example/',
  'https://evil-files.example.com/',
  'https://xfiles.example.com/',
  'https://files.example.com./',
  'https://cdn.example.com/',
  'https://evilcdn.example.com/',
  'https://files.example.com@127.0.0.1/',
  'https://files.example.com:x@127.0.0.1/',
  'https://user@files.example.com/',
  'https://user:password@files.example.com/',
  'https://127.0.0.1#@files.example.com/',
  'https://127.0.0.1\\@files.example.com/',
  'https://127.0.0.1?files.example.com/',
  'https://files.example.com%2f@127.0.0.1/',
  'https://files%2eexample%2ecom%00.evil.example/',
  '//files.example.com/',
  'files.example.com',
  '',
  'https://',
]

describe('refused before any name is asked, and no connection', () => {
  const unasked: Network = {
    ...internet,
    resolve: async () => {
      throw new Error('asked')
    },
  }

  test.each([...inwards.map((host) => `https://${host}/`), ...inwards.map((host) => `http://${host}:9001/`)])(
    '%s',
    async (url) => {
      const fetched = await fetchPublic(url, { reach: { hosts }, network: unasked })

      expect(fetched).toEqual({ kind: 'refused', cause: 'not a URL of a listed host' })
      expect(attempts.addresses).toEqual([])
    },
  )

  test.each(notListed)('%j', async (url) => {
    const fetched = await fetchPublic(url, { reach: { hosts }, network: unasked })

    expect(fetched).toEqual({ kind: 'refused', cause: 'not a URL of a listed host' })
    expect(attempts.addresses).toEqual([])
  })
})

describe('a list that names too much still leads nowhere inwards', () => {
  const numbers = inwards.filter((host) => URL.canParse(`https://${host}/`) && !/[a-z]{6}/.test(host))

  test.each(numbers)('https://%s/', async (host) => {
    const { hostname } = new URL(`https://${host}/`)

    const fetched = await fetchPublic(`https://${host}/`, { reach: { hosts: [hostname] } })

    expect(fetched).toEqual({ kind: 'refused', cause: 'not at a public address' })
    expect(attempts.addresses).toEqual([])
  })
})

describe('a listed name that stands for', () => {
  const answers: readonly (readonly [string, readonly string[]])[] = [
    ['this machine', ['127.0.0.1']],
    ['this machine over IPv6', ['::1']],
    ['the metadata of AWS', ['169.254.169.254']],
    ['the credentials of a container', ['169.254.170.2']],
    ['a mapped address', ['::ffff:127.0.0.1']],
    ['an address behind NAT64', ['64:ff9b::7f00:1']],
    ['an address in 6to4', ['2002:7f00:1::']],
    ['a private network', ['10.1.2.3']],
    ['a public address and a private one', ['93.184.215.14', '10.1.2.3']],
    ['nothing', []],
    ['no address', ['files.example.com']],
  ]

  test.each(answers)('%s: refused', async (_, addresses) => {
    const fetched = await fetchPublic('https://files.example.com/', {
      reach: { hosts },
      network: network(...addresses),
    })

    expect(fetched).toEqual({ kind: 'refused', cause: 'not at a public address' })
    expect(attempts.addresses).toEqual([])
  })
})

describe('a name that stands for another address by the time of the connection', () => {
  /** The judged address leads to a listener of ours; the name itself would lead elsewhere. */
  const open = (judged: readonly string[], name: string) =>
    internet.open(new URL(`https://${name}:${port}/`), judged, {
      method: 'GET',
      headers: {},
      signal: AbortSignal.timeout(5_000),
    })

  test('is not asked again: the connection goes to the one that was judged', async () => {
    await expect(open(['127.0.0.1'], 'files.example.com')).rejects.toThrow()

    expect(attempts.addresses).toEqual([`127.0.0.1 ${port}`])
    expect(heard).toEqual([expect.stringContaining('files.example.com')])
  })

  test('leads to no one when the judged one does not answer, although the name is this machine', async () => {
    await expect(open(['127.0.0.2'], 'localhost')).rejects.toThrow()

    expect(attempts.addresses).toEqual([`127.0.0.2 ${port}`])
  })
})

test('what counts connections counts them', async () => {
  const socket = connect(port, '127.0.0.1', () => socket.write('x'))

  await new Promise((closed) => socket.once('close', closed))

  expect(attempts.addresses).toEqual([`127.0.0.1 ${port}`])
})
