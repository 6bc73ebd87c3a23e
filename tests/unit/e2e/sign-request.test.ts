import { describe, expect, test } from 'vitest'
import { signRequest } from '#tests/e2e/cloud/sign-request.ts'

const keys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }
const at = new Date('2015-08-30T12:36:00Z')
const signatureOf = (headers: Record<string, string>) => /Signature=(\w+)$/.exec(headers.authorization ?? '')?.[1]

const sign = (method: string, url: string, body = '', headers = {}, more = {}) =>
  signRequest(
    { method, url: new URL(url), headers, body },
    { ...keys, ...more },
    { service: 'service', region: 'us-east-1', at },
  )

/** From AWS's own test suite for Signature Version 4. */
describe('the published examples', () => {
  test('get-vanilla', () => {
    expect(signatureOf(sign('GET', 'https://example.amazonaws.com/'))).toBe(
      '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
    )
  })

  test('post-vanilla', () => {
    expect(signatureOf(sign('POST', 'https://example.amazonaws.com/'))).toBe(
      '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
    )
  })

  test('get-vanilla-query-order-key-case: the query is sorted', () => {
    expect(signatureOf(sign('GET', 'https://example.amazonaws.com/?Param2=value2&Param1=value1'))).toBe(
      'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
    )
  })
})

test('whatever is said is part of the signature', () => {
  const one = signatureOf(sign('POST', 'https://example.amazonaws.com/', '{"a":1}'))
  const other = signatureOf(sign('POST', 'https://example.amazonaws.com/', '{"a":2}'))

  expect(one).not.toBe(other)
})

test('a session is named, and signed', () => {
  const headers = sign('GET', 'https://example.amazonaws.com/', '', {}, { sessionToken: 'token' })

  expect(headers['x-amz-security-token']).toBe('token')
  expect(headers.authorization).toContain('SignedHeaders=host;x-amz-date;x-amz-security-token,')
})

test('without one, none is sent', () => {
  expect(Object.keys(sign('GET', 'https://example.amazonaws.com/'))).not.toContain('x-amz-security-token')
})
