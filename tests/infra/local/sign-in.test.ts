import { expect, test } from 'vitest'
import { challengeOf, createGrants } from '#infra/local/sign-in/codes.ts'

const granted = { agentId: 'care-1', redirectUri: 'http://127.0.0.1/console/', challenge: challengeOf('v'), nonce: 'n' }
const grants = (clock = () => 0) => {
  const all = createGrants(clock)
  return { ...all, code: all.newCode(granted) }
}

test('the challenge of RFC 7636’s own example is its own', () => {
  expect(challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')
})

test('a code is good for whoever asked for it, once', () => {
  const { code, redeem } = grants()

  expect(redeem(code, granted.redirectUri, 'v')).toMatchObject({ agentId: 'care-1', nonce: 'n' })
  expect(redeem(code, granted.redirectUri, 'v')).toBeUndefined()
})

test.each([
  ['another verifier', granted.redirectUri, 'w'],
  ['another page', 'http://127.0.0.1/other/', 'v'],
])('a code is not good with %s, and is spent by the try', (_, redirectUri, verifier) => {
  const { code, redeem } = grants()

  expect(redeem(code, redirectUri, verifier)).toBeUndefined()
  expect(redeem(code, granted.redirectUri, 'v')).toBeUndefined()
})

test('a code that nobody redeemed for a minute is good for nothing', () => {
  let now = 0
  const { code, redeem } = grants(() => now)
  now = 60_001

  expect(redeem(code, granted.redirectUri, 'v')).toBeUndefined()
})

test('a refresh token is good once; what nobody was given is nobody’s', () => {
  const { newRefreshToken, refresh } = grants()
  const token = newRefreshToken('care-1')

  expect([refresh(token), refresh(token), refresh('made-up')]).toEqual(['care-1', undefined, undefined])
})
