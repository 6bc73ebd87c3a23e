import { expect, test } from 'vitest'
import { agentRoutes, openApiRoute, webhookRoute } from '#infra/constructs/agent-routes.ts'
import { plain, resourcesOf } from './read-template.ts'
import { sampleTemplate } from './sample-stack.ts'

const template = sampleTemplate()
const integrations = new Map(
  Object.entries(resourcesOf(template, 'AWS::ApiGatewayV2::Integration')).map(([id, { Properties }]) => [
    id,
    Properties,
  ]),
)
const routes = Object.values(resourcesOf(template, 'AWS::ApiGatewayV2::Route')).map(({ Properties }) => {
  const [, target] = (Properties.Target as { 'Fn::Join': [string, [string, { Ref: string }]] })['Fn::Join'][1]
  return {
    route: String(Properties.RouteKey),
    authorization: String(Properties.AuthorizationType),
    door: plain(integrations.get(target.Ref)?.IntegrationUri),
  }
})

test('webhooks reach their door without a token: their signature is checked there', () => {
  expect(routes.filter(({ route }) => route === webhookRoute)).toEqual([
    { route: 'ANY /webhooks/{channel}', authorization: 'NONE', door: 'ReceiveMessageFunction' },
  ])
})

test('the description of the API is open to everybody', () => {
  expect(routes.filter(({ route }) => route === openApiRoute)).toEqual([
    { route: 'GET /openapi.json', authorization: 'NONE', door: 'AgentApiFunction' },
  ])
})

test('every operation of the agent API has a route of its own behind the authorizer', () => {
  const behind = routes.filter(({ door, route }) => door === 'AgentApiFunction' && route !== openApiRoute)

  expect(behind.map(({ route }) => route).sort()).toEqual([...agentRoutes].sort())
  expect(new Set(behind.map(({ authorization }) => authorization))).toEqual(new Set(['JWT']))
})

test('there is no other route', () => {
  expect(routes).toHaveLength(agentRoutes.length + 2)
})

test('doors are called with payload format 2.0, each by one permission for the whole API', () => {
  expect([...integrations.values()].map(({ PayloadFormatVersion }) => PayloadFormatVersion)).toEqual(['2.0', '2.0'])
  template.resourceCountIs('AWS::Lambda::Permission', 2)
})

test('the stage is throttled', () => {
  template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
    DefaultRouteSettings: { ThrottlingBurstLimit: 1000, ThrottlingRateLimit: 500 },
  })
})

test('the access log holds the route and no path, address, agent or token', () => {
  const [stage] = Object.values(resourcesOf(template, 'AWS::ApiGatewayV2::Stage'))
  const { Format } = (stage?.Properties.AccessLogSettings ?? {}) as { Format: string }

  expect(Object.values(JSON.parse(Format))).toContain('$context.routeKey')
  expect(Format).not.toMatch(/context\.(path|identity|authorizer\.claims)|sourceIp|userAgent/)
})
