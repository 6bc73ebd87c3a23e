import { expect, test } from 'vitest'
import { plain, resourcesOf } from './read-template.ts'
import { sampleTemplate } from './sample-stack.ts'

const cognito = sampleTemplate()
const own = sampleTemplate({ auth: { oidc: { issuer: 'https://id.example.com', audience: ['desk', 'console'] } } })

test('without an issuer of its own the company gets a user pool with a group per team and role', () => {
  const groups = Object.values(resourcesOf(cognito, 'AWS::Cognito::UserPoolGroup')).map(
    ({ Properties }) => Properties.GroupName,
  )

  expect(groups).toEqual(['care', 'care-night', 'supervisor', 'admin'])
})

test('nobody signs up to the user pool by themselves, and it outlives its stack', () => {
  const [pool] = Object.values(resourcesOf(cognito, 'AWS::Cognito::UserPool'))

  expect(pool?.Properties).toMatchObject({
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    DeletionProtection: 'ACTIVE',
  })
  expect(pool?.DeletionPolicy).toBe('Retain')
})

test('the authorizer trusts the pool and its one client', () => {
  const [authorizer] = Object.values(resourcesOf(cognito, 'AWS::ApiGatewayV2::Authorizer'))
  const { Audience, Issuer } = (authorizer?.Properties.JwtConfiguration ?? {}) as {
    Audience: unknown[]
    Issuer: unknown
  }

  expect(Audience.map(plain)).toEqual(['SignInClient'])
  expect(plain(Issuer)).toBe('https://cognito-idp.<Region>.amazonaws.com/SignInPool')
})

test('with an issuer of its own the company gets no user pool, and the authorizer trusts that issuer', () => {
  own.resourceCountIs('AWS::Cognito::UserPool', 0)
  own.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
    AuthorizerType: 'JWT',
    JwtConfiguration: { Audience: ['desk', 'console'], Issuer: 'https://id.example.com' },
  })
  expect(Object.keys(own.findOutputs('*'))).not.toContain('UserPoolId')
})
