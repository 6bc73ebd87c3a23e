import { expect, test } from 'vitest'
import { withSections } from './written-config.ts'

const callback = (callbackUrl: string) => withSections({ channels: { standard: { kind: 'standard', callbackUrl } } })
const issuer = (url: string) => withSections({ auth: { oidc: { issuer: url, audience: ['desk'] } } })
const model = (times: object) => withSections({ model: { id: 'us.amazon.nova-2-lite-v1:0', ...times } })

test.each([
  'https://support.example.com/callback',
  'http://127.0.0.1:4000/callback',
  'http://localhost:4000',
  'http://[::1]:4000/',
  'https://localhost:4000/',
  'https://93.184.215.14:8443/callback',
])('replies may go to %s', (url) => {
  expect(callback(url)).toEqual([])
})

test.each([
  'http://support.example.com',
  'http://127.0.0.1.example.com',
  'ftp://localhost',
  'http://localhost.example.com',
])('replies may not go to %s', (url) => {
  expect(callback(url)).toEqual([
    `channels.standard.callbackUrl: "${url}" is not allowed: must be https, or http on this machine`,
  ])
})

test.each([
  'https://169.254.169.254/',
  'https://2852039166/',
  'https://10.0.0.5/callback',
  'https://127.0.0.2/',
  'https://0/',
  'https://[::ffff:127.0.0.1]/',
  'https://[fd00:ec2::254]/',
])('replies may not go inwards, to %s', (url) => {
  expect(callback(url)).toEqual([`channels.standard.callbackUrl: "${url}" is not allowed: must be at a public address`])
})

test('a name and a password do not belong into a URL', () => {
  expect(callback('https://baton:secret@support.example.com/')).toEqual([
    'channels.standard.callbackUrl: "https://baton:secret@support.example.com/" is not allowed: must hold no name and password',
  ])
})

test('what is not a URL is told once', () => {
  expect(callback('support.example.com')).toEqual([
    'channels.standard.callbackUrl: "support.example.com" is not allowed: must be an absolute URL',
  ])
})

test('a company without a channel is refused', () => {
  expect(withSections({ channels: {} })).toEqual([
    'channels: none is given: must have at least one, such as "standard"',
  ])
})

test('an issuer must be reached by https', () => {
  expect(issuer('https://id.example.com')).toEqual([])
  expect(issuer('http://id.example.com')).toEqual([
    'auth.oidc.issuer: "http://id.example.com" is not allowed: must be https',
  ])
})

test('the budget of a turn must hold one call of the model', () => {
  expect(model({ turnBudgetSeconds: 10, callTimeoutSeconds: 10 })).toEqual([])
  expect(model({ turnBudgetSeconds: 9, callTimeoutSeconds: 10 })).toEqual([
    'model.turnBudgetSeconds: 9 is not allowed: must be at least callTimeoutSeconds, 10',
  ])
})
