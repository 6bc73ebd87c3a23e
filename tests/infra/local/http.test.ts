import { describe, expect, it } from 'vitest'
import { readResult } from '#infra/local/http/api-response.ts'
import { claimsOf } from '#infra/local/http/authorizer.ts'
import { createRouter } from '#infra/local/http/routes.ts'

const keys = [
  '$default',
  'ANY /teams/{proxy+}',
  'ANY /teams/{team}/line',
  'GET /teams/{team}/line',
  'GET /teams/{team}/{what}',
  'GET /teams/care/line',
  'POST /handoffs/{id}/accept',
]
const find = createRouter(keys.map((key) => ({ key, target: key })))
const narrow = createRouter([{ key: 'GET /a/{id}', target: 'a' }])

describe('a route', () => {
  it.each([
    ['GET', '/teams/care/line', 'GET /teams/care/line'],
    ['GET', '/teams/billing/line', 'GET /teams/{team}/line'],
    ['POST', '/teams/billing/line', 'ANY /teams/{team}/line'],
    ['GET', '/teams/billing/claim', 'GET /teams/{team}/{what}'],
    ['GET', '/teams/a/b/c', 'ANY /teams/{proxy+}'],
    ['GET', '/elsewhere', '$default'],
  ])('of %s %s is the most specific one, %s', (method, path, key) => {
    expect(find(method, path)?.route.key).toBe(key)
  })

  it('gives its variables decoded, a greedy one with its slashes', () => {
    expect(find('POST', '/handoffs/a%2Fb.1/accept')?.pathParameters).toEqual({ id: 'a/b.1' })
    expect(find('PUT', '/teams/a/b%20c/d')?.pathParameters).toEqual({ proxy: 'a/b c/d' })
  })

  it.each([
    ['POST', '/a/1'],
    ['GET', '/a'],
    ['GET', '/a/'],
    ['GET', '/a/1/2'],
    ['GET', '/A/1'],
  ])('is not found for %s %s', (method, path) => {
    expect(narrow(method, path)).toBeUndefined()
  })
})

describe("a function's result", () => {
  it('without a status is a 200 of JSON', () => {
    expect(readResult({ a: 1 })).toMatchObject({ status: 200, body: Buffer.from('{"a":1}') })
  })

  it('with a status is answered as it says', () => {
    const result = { statusCode: 201, headers: { 'X-A': '1' }, cookies: ['a=1'], body: 'AQI=', isBase64Encoded: true }

    expect(readResult(result)).toEqual({
      status: 201,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'x-a': '1' },
      cookies: ['a=1'],
      body: Buffer.from([1, 2]),
    })
  })

  it.each([[{ statusCode: 'soon' }], [{ statusCode: 200, body: { a: 1 } }]])(
    'that cannot be read is a 500: %j',
    (result) => {
      expect(readResult(result).status).toBe(500)
    },
  )
})

describe('claims', () => {
  it('reach a function as texts, a list in brackets', () => {
    expect(claimsOf({ sub: 'ada', exp: 5, ok: true, groups: ['a', 'b'] })).toEqual({
      sub: 'ada',
      exp: '5',
      ok: 'true',
      groups: '[a b]',
    })
  })
})
