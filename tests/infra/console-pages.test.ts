import { Match } from 'aws-cdk-lib/assertions'
import { expect, test } from 'vitest'
import { pageHeaders } from '#infra/console/page-headers.ts'
import { resourcesOf } from './read-template.ts'
import { sampleTemplate } from './sample-stack.ts'

const template = sampleTemplate({ console: {} })
const own = sampleTemplate({
  auth: { oidc: { issuer: 'https://id.example.com/realm', audience: ['desk'] } },
  console: { clientId: 'desk', issuerOrigins: ['https://tokens.example.com'] },
})

const policyOf = (of: typeof template): string => {
  const [headers] = Object.values(resourcesOf(of, 'AWS::CloudFront::ResponseHeadersPolicy'))
  return JSON.stringify(headers?.Properties)
}

test('without a word about it there is no distribution, no page to sign in at, and one client', () => {
  const without = sampleTemplate()

  for (const type of ['AWS::CloudFront::Distribution', 'AWS::Cognito::UserPoolDomain']) without.resourceCountIs(type, 0)
  without.resourceCountIs('AWS::Cognito::UserPoolClient', 1)
})

test('the files are CloudFront’s to read, by its own name, and nobody else’s', () => {
  template.hasResourceProperties('AWS::CloudFront::OriginAccessControl', {
    OriginAccessControlConfig: { OriginAccessControlOriginType: 's3', SigningBehavior: 'always' },
  })
  template.hasResourceProperties('AWS::S3::BucketPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Action: 's3:GetObject',
          Principal: { Service: 'cloudfront.amazonaws.com' },
          Condition: { StringEquals: { 'AWS:SourceArn': Match.anyValue() } },
        }),
      ]),
    },
  })
})

test('the page is held to the policy that the local cloud holds it to, and may ask its issuer besides', () => {
  const local = pageHeaders([])['content-security-policy'] ?? ''
  const [before = '', after = ''] = local.split("connect-src 'self'")

  expect(policyOf(template)).toContain(before)
  expect(policyOf(template)).toContain(after)
  expect(policyOf(template)).toContain('https://cognito-idp.')
  expect(policyOf(own)).toContain("connect-src 'self' https://id.example.com https://tokens.example.com;")
  expect(policyOf(template)).not.toContain('unsafe')
})

test('the API lies at the page’s own address, uncached, with the agent’s token', () => {
  const [distribution] = Object.values(resourcesOf(template, 'AWS::CloudFront::Distribution'))
  const { CacheBehaviors, DefaultCacheBehavior } = Object(distribution?.Properties.DistributionConfig)

  expect(CacheBehaviors).toMatchObject([
    {
      PathPattern: '/api/*',
      ViewerProtocolPolicy: 'https-only',
      // CachingDisabled, and everything but the host.
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
    },
  ])
  expect(DefaultCacheBehavior).toMatchObject({ ViewerProtocolPolicy: 'redirect-to-https' })
})

test('the prefix goes before the API sees a request', () => {
  const [edge] = Object.values(resourcesOf(template, 'AWS::CloudFront::Function'))
  const handler = new Function(`${edge?.Properties.FunctionCode}; return handler`)() as (event: object) => object

  expect(handler({ request: { uri: '/api/teams/care/line' } })).toEqual({ uri: '/teams/care/line' })
  expect(handler({ request: { uri: '/api/' } })).toEqual({ uri: '/' })
})

test('the sign-in leads back to the page alone, by code, without a secret; its tokens are let in', () => {
  const clients = resourcesOf(template, 'AWS::Cognito::UserPoolClient')
  const [name, client] = Object.entries(clients).find(([id]) => id.includes('ConsoleClient')) ?? []
  const [authorizer] = Object.values(resourcesOf(template, 'AWS::ApiGatewayV2::Authorizer'))
  const { Audience = [] } = Object(authorizer?.Properties.JwtConfiguration) as { Audience?: { Ref: string }[] }

  expect(client?.Properties).toMatchObject({
    AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: ['openid', 'profile'],
    GenerateSecret: false,
  })
  expect(client?.Properties.CallbackURLs).toHaveLength(1)
  expect(Audience.map(({ Ref }) => Ref)).toContain(name)
})

test('whoever deploys learns where it is and what to upload it to', () => {
  expect(Object.keys(template.findOutputs('*'))).toEqual(
    expect.arrayContaining(['ConsoleUrl', 'ConsoleBucketName', 'ConsoleIssuer', 'ConsoleClientId']),
  )
  expect(Object.keys(own.findOutputs('*'))).not.toContain('ConsoleClientId')
})

test('under a name of its own nothing older than TLS 1.2 is spoken', () => {
  const named = sampleTemplate({
    console: {
      domain: {
        name: 'desk.example.com',
        certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d-0000-4000-8000-00000000000f',
      },
    },
  })

  named.hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      Aliases: ['desk.example.com'],
      ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' },
    },
  })
})
