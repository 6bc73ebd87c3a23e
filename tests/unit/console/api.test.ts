import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { deploymentOf } from '#console/api/deployment.ts'
import { offsetOf } from '#console/api/server-clock.ts'
import { isTrouble, TroubleError, troubleOf } from '#console/api/trouble.ts'
import { titleOf } from '#console/app/title.ts'
import { hashOf, placeIn } from '#console/desk/address.ts'
import { pauseAfter } from '#console/desk/pause.ts'
import { webAddress } from '#console/parts/web-address.ts'
import { en } from '#console/words/en.ts'
import { openApiTypes } from '#infra/write-openapi.ts'

test('the client’s types are what `npm run openapi` writes', () => {
  const file = readFileSync(new URL('../../../console/api/schema.ts', import.meta.url), 'utf8')

  expect(file === openApiTypes()).toBe(true)
})

describe('an answer that is no success', () => {
  const answer = (status: number, body: unknown = {}, retryAfter: string | null = null) =>
    troubleOf({ status, body, retryAfter })

  test('sends the agent to sign in, only for 401', () => {
    expect(answer(401)).toEqual({ kind: 'signed-out' })
    expect(answer(403)).toMatchObject({ kind: 'refused', status: 403 })
  })

  test('is tried again after as long as the server says', () => {
    expect(answer(503, {}, '7')).toEqual({ kind: 'busy', retryAfterSeconds: 7 })
    expect(answer(429, 'soon', 'soon')).toEqual({ kind: 'busy', retryAfterSeconds: 2 })
  })

  test('keeps the problem’s code and words, and makes none up', () => {
    expect(answer(409, { code: 'not-held', detail: 'held by Bo' })).toEqual({
      ...{ kind: 'refused', status: 409, code: 'not-held', detail: 'held by Bo' },
    })
    expect(answer(502, '<html>')).toEqual({ kind: 'refused', status: 502, code: 'unknown', detail: undefined })
  })

  test('is told apart by its kind', () => {
    expect(isTrouble(new TroubleError({ kind: 'offline' }), 'offline')).toBe(true)
    expect(isTrouble(new Error('offline'), 'offline')).toBe(false)
  })
})

test('a clock that is wrong is corrected by the server’s, one that is right is left alone', () => {
  const now = Date.parse('2026-11-23T10:00:00Z')

  expect(offsetOf('Mon, 23 Nov 2026 10:05:00 GMT', now, 0)).toBe(300_000)
  expect(offsetOf('Mon, 23 Nov 2026 10:00:01 GMT', now, 0)).toBe(0)
  expect(offsetOf('Mon, 23 Nov 2026 10:05:00 GMT', now, 299_500)).toBe(299_500)
  expect(offsetOf(null, now, 7)).toBe(7)
  expect(offsetOf('yesterday', now, 7)).toBe(7)
})

test('a deployment without an address, an issuer or a client is none', () => {
  const whole = { api: '/api/', issuer: 'https://id.example', clientId: 'c', scopes: ['openid', 7], token: 'access' }

  expect(deploymentOf(whole)).toEqual({ ...whole, api: '/api', scopes: ['openid'] })
  expect(deploymentOf({ ...whole, scopes: undefined, token: 'x' })).toMatchObject({ scopes: ['openid'], token: 'id' })
  for (const name of ['api', 'issuer', 'clientId'])
    expect(() => deploymentOf({ ...whole, [name]: 7 })).toThrow(/missing/)
})

test('an address names a page and what it is about, whatever characters that has', () => {
  const id = 'a/b c#d.1'

  expect(placeIn(hashOf('conversation', id))).toEqual({ page: 'conversation', about: id })
  expect(placeIn('')).toEqual({ page: 'lines', about: undefined })
  expect(placeIn('#/x/%E0')).toEqual({ page: 'x', about: '%E0' })
})

test('a server that is down is asked less and less often, and never less than every half minute', () => {
  expect([0, 1, 2, 6, 60].map((failures) => pauseAfter(4_000, failures))).toEqual([
    4_000, 8_000, 16_000, 30_000, 30_000,
  ])
  expect(pauseAfter(60_000, 9)).toBe(60_000)
})

test.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', '/relative', 'x', undefined])(
  'the address %s is nowhere to go',
  (address) => {
    expect(webAddress(address)).toBeUndefined()
  },
)

test('an address of the web is', () => {
  expect(webAddress('https://www.lumenandoak.example/help')).toBe('https://www.lumenandoak.example/help')
})

test('a tab says first what is new', () => {
  const shown = { page: 'lines', name: undefined, unread: 0, waiting: 0, company: 'Oak' }

  expect(titleOf(shown, en)).toBe('Lines · Oak')
  expect(titleOf({ ...shown, waiting: 4 }, en)).toBe('[4] Lines · Oak')
  expect(titleOf({ ...shown, page: 'conversation', name: 'Ada', unread: 2, waiting: 4 }, en)).toBe(
    '(2) Conversation with Ada · Oak',
  )
})
