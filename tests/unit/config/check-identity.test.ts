import { expect, test } from 'vitest'
import { withSections } from './written-config.ts'

const site = { issuer: 'https://shop.example.com', audience: 'baton' }
const tokens = (fields: object, sections = {}) =>
  withSections({ identity: { tokens: { ...site, ...fields } }, ...sections })
const resolver = (url: string) => withSections({ identity: { resolver: { url, secret: true } } })

test.each([{ secret: true }, { jwksUri: 'https://shop.example.com/keys.json' }])(
  'tokens with %o are taken',
  (fields) => {
    expect(tokens(fields)).toEqual([])
  },
)

test.each([{}, { secret: true, jwksUri: 'https://shop.example.com/keys.json' }])('tokens with %o are not', (fields) => {
  expect(tokens(fields)).toEqual(['identity.tokens: must have either jwksUri or secret: true, and not both'])
})

test('tokens are of no use without the channel that they come with', () => {
  expect(tokens({ secret: true }, { channels: { line: { kind: 'line' } } })).toEqual([
    'identity.tokens: is of no use: a token comes with a message of the standard channel',
  ])
})

test.each([
  ['http://shop.example.com/', 'must be https, or http on this machine'],
  ['https://10.0.0.8/', 'must be at a public address'],
  ['https://me:secret@shop.example.com/', 'must hold no name and password'],
])('nothing is asked at %s', (url, allowed) => {
  expect(tokens({ jwksUri: url })).toEqual([`identity.tokens.jwksUri: "${url}" is not allowed: ${allowed}`])
  expect(resolver(url)).toEqual([`identity.resolver.url: "${url}" is not allowed: ${allowed}`])
})

test('a resolver at a public address is taken, and one without a secret is not', () => {
  expect(resolver('https://crm.example.com/who')).toEqual([])
  expect(withSections({ identity: { resolver: { url: 'https://crm.example.com/who' } } })).toHaveLength(1)
})

test('what a field of identity is called is told', () => {
  expect(withSections({ identity: { token: {} } })[0]).toContain('identity.token')
})
