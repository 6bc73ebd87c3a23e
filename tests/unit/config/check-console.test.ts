import { expect, test } from 'vitest'
import { withSections } from './written-config.ts'

const own = { auth: { oidc: { issuer: 'https://id.example.com', audience: ['desk'] } } }
const domain = (name: string, certificateArn: string) => withSections({ console: { domain: { name, certificateArn } } })
const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d-0000-4000-8000-00000000000f'

test('one line is enough where the stack makes the user pool', () => {
  expect(withSections({ console: {} })).toEqual([])
})

test('a company’s own issuer has to know the console as a client', () => {
  expect(withSections({ ...own, console: { clientId: 'desk' } })).toEqual([])
  expect(withSections({ ...own, console: {} })).toEqual([
    'console.clientId: is missing: must be the public client of auth.oidc that the console signs in as',
  ])
})

test('a client without an issuer of one’s own is nobody’s', () => {
  expect(withSections({ console: { clientId: 'desk' } })).toEqual([
    'console.clientId: "desk" is not allowed: must be left out without auth.oidc: the stack makes the client',
  ])
})

test('tokens are asked for by https only', () => {
  const further = (origin: string) => withSections({ ...own, console: { clientId: 'desk', issuerOrigins: [origin] } })

  expect(further('https://tokens.example.com')).toEqual([])
  expect(further('http://tokens.example.com')).toEqual([
    'console.issuerOrigins: "http://tokens.example.com" is not allowed: must be https',
  ])
})

test('a name of one’s own needs a certificate that CloudFront can read', () => {
  expect(domain('desk.example.com', certificate)).toEqual([])
  expect(domain('https://desk.example.com', certificate)[0]).toMatch(/^console\.domain\.name: /)
  expect(domain('desk.example.com', certificate.replace('us-east-1', 'eu-west-1'))[0]).toMatch(
    /^console\.domain\.certificateArn: /,
  )
})
