import { createHmac } from 'node:crypto'
import { exportSPKI, importJWK, type importSPKI } from 'jose'
import { expect, test } from 'vitest'
import { claims, keyPair, secretTokens, siteSecret, unsigned, withSecret } from '#tests/support/site-tokens.ts'
import { mondayMorning } from '#tests/support/test-clock.ts'

const seconds = mondayMorning / 1_000
const read = (token: unknown, tokens = secretTokens()) => tokens.read(token, mondayMorning)

test('a good token says who signed in, and what of theirs the site verified', async () => {
  const token = await withSecret({
    email: 'ada@example.com',
    email_verified: true,
    phone_number: '+6581234567',
    phone_number_verified: 'true',
    account: 'A-1',
    name: 'Ada',
    admin: true,
  })

  expect(await read(token)).toEqual({
    kind: 'good',
    signedIn: { id: 'c-1', verified: { email: 'ada@example.com', phone: '+6581234567', account: 'A-1' } },
  })
})

test.each([
  ['an address that the site did not verify', { email: 'ada@example.com', email_verified: false }],
  ['an address of which it does not say', { email: 'ada@example.com', phone_number: '+6581234567' }],
  ['an address that is no text', { email: ['ada@example.com'], email_verified: true, account: { id: 1 } }],
])('%s is left out', async (_, fields) => {
  expect(await read(await withSecret(fields))).toEqual({ kind: 'good', signedIn: { id: 'c-1', verified: {} } })
})

test.each<[string, object, string]>([
  ['of another issuer', { iss: 'https://evil.example.com' }, 'ERR_JWT_CLAIM_VALIDATION_FAILED iss'],
  ['without an issuer', { iss: undefined }, 'ERR_JWT_CLAIM_VALIDATION_FAILED iss'],
  ['for another audience', { aud: 'newsletter' }, 'ERR_JWT_CLAIM_VALIDATION_FAILED aud'],
  ['without an audience', { aud: undefined }, 'ERR_JWT_CLAIM_VALIDATION_FAILED aud'],
  ['without a subject', { sub: undefined }, 'ERR_JWT_CLAIM_VALIDATION_FAILED sub'],
  ['without an end', { exp: undefined }, 'ERR_JWT_CLAIM_VALIDATION_FAILED exp'],
  ['that has run out', { exp: seconds - 61 }, 'ERR_JWT_EXPIRED exp'],
  ['whose end is no number', { exp: `${seconds + 600}` }, 'ERR_JWT_CLAIM_VALIDATION_FAILED exp'],
  ['that is not good yet', { nbf: seconds + 61 }, 'ERR_JWT_CLAIM_VALIDATION_FAILED nbf'],
  ['made in the future', { iat: seconds + 61 }, 'is from the future'],
  ['that lives for a year', { exp: seconds + 365 * 86_400 }, 'lives too long'],
  ['whose subject is empty', { sub: '' }, 'names nobody'],
  ['whose subject is a number', { sub: 17 }, 'names nobody'],
  ['whose subject is too long', { sub: 's'.repeat(257) }, 'names nobody'],
  ['whose subject has a line break', { sub: 'c-1\nc-2' }, 'names nobody'],
])('a token %s is refused', async (_, fields, cause) => {
  expect(await read(await withSecret(fields))).toEqual({ kind: 'refused', cause })
})

test.each<[string, object]>([
  ['that ran out a moment ago, by this clock', { exp: seconds - 30 }],
  ['that begins in a moment, by this clock', { nbf: seconds + 30, iat: seconds + 30 }],
  ['for several, us among them', { aud: ['newsletter', 'baton'] }],
  ['for a day', { exp: seconds + 86_400 }],
])('a token %s is taken', async (_, fields) => {
  expect(await read(await withSecret(fields))).toMatchObject({ kind: 'good' })
})

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

const signedByHand = (header: object, hash = 'sha256'): string => {
  const signed = `${part(header)}.${part(claims())}`
  return `${signed}.${createHmac(hash, siteSecret).update(signed).digest('base64url')}`
}

test('what is signed by hand is a token like any other', async () => {
  expect(await read(signedByHand({ alg: 'HS256' }))).toMatchObject({ kind: 'good' })
})

test.each<[string, () => unknown]>([
  ['unsigned', unsigned],
  ['of the algorithm None, in capitals', () => `${part({ alg: 'None' })}.${part(claims())}.`],
  ['with its signature cut off', async () => (await withSecret()).replace(/[^.]*$/, '')],
  ['with another’s claims', async () => (await withSecret()).replace(/\.[^.]*\./, `.${part(claims({ sub: 'c-2' }))}.`)],
  ['signed by somebody else', () => withSecret({}, 'x'.repeat(44))],
  ['of an algorithm that was not agreed on', () => signedByHand({ alg: 'HS512' }, 'sha512')],
  ['encrypted', () => 'a.b.c.d.e'],
  ['two in one', async () => `${await withSecret()} ${await withSecret()}`],
  ['a list', async () => [await withSecret(), await withSecret()]],
  ['an object', () => ({ token: 'x' })],
  ['a number', () => 17],
  ['nothing', () => ''],
  ['only points', () => '...'],
  ['huge', async () => withSecret({ pad: 'x'.repeat(400_000) })],
  ['deep', () => `${Buffer.from('['.repeat(5_000)).toString('base64url')}.e30.x`],
  ['with a critical extension', () => signedByHand({ alg: 'HS256', crit: ['exp2'], exp2: 1 })],
])('what is %s is refused, and nothing of it is told', async (_, make) => {
  const token = await make()

  const answer = await read(token)

  expect(answer.kind).toBe('refused')
  expect(JSON.stringify(answer).length).toBeLessThan(120)
})

test('while the secret is changed, tokens of both are good, and of a third none', async () => {
  const tokens = secretTokens(['n'.repeat(44), siteSecret])

  expect(await read(await withSecret(), tokens)).toMatchObject({ kind: 'good' })
  expect(await read(await withSecret({}, 'n'.repeat(44)), tokens)).toMatchObject({ kind: 'good' })
  expect(await read(await withSecret({}, 'o'.repeat(44)), tokens)).toMatchObject({ kind: 'refused' })
})

test('a secret that can be guessed signs nothing', async () => {
  expect(await read(await withSecret({}, 'short'), secretTokens(['short', '']))).toMatchObject({ kind: 'refused' })
  expect(await read(await withSecret(), secretTokens([]))).toMatchObject({ kind: 'refused' })
})

test('a public key that is used as a secret signs nothing', async () => {
  const { jwk } = await keyPair('k1')
  const pem = await exportSPKI(
    (await importJWK(jwk, 'RS256', { extractable: true })) as Awaited<ReturnType<typeof importSPKI>>,
  )

  expect(await read(await withSecret({}, pem))).toMatchObject({ kind: 'refused' })
})

test('the claims that name the customer and the account are the company’s to choose', async () => {
  const tokens = secretTokens(undefined, { idClaim: 'https://shop.example.com/customer', accountClaim: 'org' })
  const named = { 'https://shop.example.com/customer': 'c-7', org: 'A-7' }

  expect(await read(await withSecret({ ...named, sub: undefined }), tokens)).toEqual({
    kind: 'good',
    signedIn: { id: 'c-7', verified: { account: 'A-7' } },
  })
  expect(await read(await withSecret(), tokens)).toMatchObject({ kind: 'refused' })
})
