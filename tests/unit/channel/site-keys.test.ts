import { exportSPKI, importJWK, type importSPKI } from 'jose'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type ProviderServer, providerServer } from '#tests/support/provider-server.ts'
import { issuer, keyPair, publishedTokens, signedWith, withSecret } from '#tests/support/site-tokens.ts'
import { mondayMorning, testClock } from '#tests/support/test-clock.ts'

let site: ProviderServer
beforeAll(async () => {
  site = await providerServer()
})
beforeEach(() => {
  site.asked.length = 0
})
afterAll(() => site.close())

type Pair = Awaited<ReturnType<typeof keyPair>>
const publishes = (...pairs: readonly Pair[]) => {
  site.answers = Array(20).fill({ status: 200, body: { keys: pairs.map(({ jwk }) => jwk) } })
}
const tokenOf = ({ privateKey, kid, alg }: Pair, header = {}) => signedWith(privateKey, { alg, kid, ...header })

const open = (addresses?: string[]) => {
  const clock = testClock(mondayMorning)
  const { opened, tokens } = publishedTokens(site, clock, addresses)
  return { opened, clock, read: (token: unknown) => tokens.read(token, mondayMorning) }
}

test.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('a token of a published key is good, %s', async (alg) => {
  const pair = await keyPair('k1', alg)
  publishes(pair)

  expect(await open().read(await tokenOf(pair))).toEqual({ kind: 'good', signedIn: { id: 'c-1', verified: {} } })
})

test('the keys are asked for once, and again for a key that is new', async () => {
  const [old, next] = [await keyPair('k1', 'ES256'), await keyPair('k2', 'ES256')]
  const { read } = open()
  publishes(old)
  vi.useFakeTimers({ toFake: ['Date'], now: mondayMorning })
  await read(await tokenOf(old))
  await read(await tokenOf(old))
  publishes(old, next)

  const early = await read(await tokenOf(next))
  expect([early, site.asked.length]).toEqual([{ kind: 'refused', cause: 'ERR_JWKS_NO_MATCHING_KEY' }, 1])
  vi.setSystemTime(mondayMorning + 31_000)

  expect(await read(await tokenOf(next))).toMatchObject({ kind: 'good' })
  expect(site.asked).toHaveLength(2)
  vi.useRealTimers()
})

test('a site that does not answer is asked seldom, and nobody’s token counts meanwhile', async () => {
  const pair = await keyPair('k1', 'ES256')
  site.answers = [{ status: 503 }]
  const { read, clock } = open()

  expect(await read(await tokenOf(pair))).toMatchObject({ kind: 'refused' })
  publishes(pair)
  expect(await read(await tokenOf(pair))).toMatchObject({ kind: 'refused' })
  expect(site.asked).toHaveLength(1)
  clock.advance(10_000)

  expect(await read(await tokenOf(pair))).toMatchObject({ kind: 'good' })
})

test.each([
  ['no JSON', { status: 200, body: 'keys' }],
  ['no keys', { status: 200, body: { keys: [] } }],
  ['more than keys can be', { status: 200, body: { keys: [{ pad: 'x'.repeat(200_000) }] } }],
  ['elsewhere', { status: 302, headers: { location: 'http://169.254.169.254/' } }],
])('a site that publishes %s vouches for nobody', async (_, answer) => {
  site.answers = [answer]
  const { read, opened } = open()

  expect(await read(await tokenOf(await keyPair('k1', 'ES256')))).toMatchObject({ kind: 'refused' })
  expect(opened).toEqual([`${issuer}/keys.json`])
})

test('keys are fetched from a public address alone', async () => {
  const pair = await keyPair('k1', 'ES256')
  publishes(pair)
  const { read, opened } = open(['93.184.215.14', '169.254.169.254'])

  expect(await read(await tokenOf(pair))).toMatchObject({ kind: 'refused' })
  expect(opened).toEqual([])
})

test('a token’s own key, or the place that it names for one, is nobody’s', async () => {
  const [ours, theirs] = [await keyPair('k1', 'ES256'), await keyPair('k1', 'ES256')]
  publishes(ours)
  const { read, opened } = open()
  const header = { jwk: theirs.jwk, jku: 'https://evil.example.com/keys.json', x5u: 'https://evil.example.com/x' }

  expect(await read(await tokenOf(theirs, header))).toMatchObject({ kind: 'refused' })
  expect(opened).toEqual([`${issuer}/keys.json`])
})

test.each(['../../etc/passwd', "k1' OR 1=1", 'https://evil.example.com/keys.json', '__proto__'])(
  'a key named %s is not looked for anywhere',
  async (kid) => {
    const pair = await keyPair('k1', 'ES256')
    publishes(pair)
    const { read, opened } = open()

    expect(await read(await tokenOf(pair, { kid }))).toMatchObject({ kind: 'refused' })
    expect(opened).toEqual([`${issuer}/keys.json`])
  },
)

test('a published key is no secret: what is signed with its text is refused', async () => {
  const pair = await keyPair('k1')
  publishes(pair)
  const { read, opened } = open()
  const pem = await exportSPKI((await importJWK(pair.jwk)) as Awaited<ReturnType<typeof importSPKI>>)

  for (const key of [pem, JSON.stringify(pair.jwk), pair.jwk.n ?? ''])
    expect(await read(await withSecret({}, key))).toEqual({ kind: 'refused', cause: 'ERR_JOSE_ALG_NOT_ALLOWED' })
  expect(opened).toEqual([])
})
