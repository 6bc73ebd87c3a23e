import { asObject, asStrings } from '../json.ts'
import { UnresolvedError } from '../stack/errors.ts'
import type { Resource } from '../stack/identity.ts'
import type { Stack } from '../stack/template.ts'
import type { Route } from './routes.ts'

export interface RouteTarget {
  /** The integrated function's id in the template. */
  readonly functionId: string
  readonly authorizerId?: string
  readonly scopes: readonly string[]
}

export interface AuthorizerDefinition {
  readonly id: string
  readonly audience: readonly string[]
  readonly identitySource: string
}

export interface ApiDefinition {
  readonly id: string
  readonly routes: readonly Route<RouteTarget>[]
  readonly authorizers: readonly AuthorizerDefinition[]
}

// CDK writes a function's ARN, or the invocation path that ends in it.
const functionArn = /arn:[^/]*:lambda:[^/]*:function:[^/]+/

const integratedFunction = (stack: Stack, integrationId: string): string => {
  const integration = stack.get(integrationId)
  const uri = integration && String(stack.property(integration, 'IntegrationUri'))
  const found = uri && stack.byArn(functionArn.exec(uri)?.[0] ?? '', 'AWS::Lambda::Function')
  if (!found) throw new UnresolvedError('a function behind the integration', integrationId)
  return found.id
}

const routeOf = (stack: Stack, route: Resource): Route<RouteTarget> => {
  const { RouteKey, Target, AuthorizationType, AuthorizerId, AuthorizationScopes } = stack.properties(route)
  const functionId = integratedFunction(stack, String(Target).replace('integrations/', ''))
  const authorizerId = AuthorizationType === 'JWT' ? { authorizerId: String(AuthorizerId) } : {}
  return { key: String(RouteKey), target: { functionId, ...authorizerId, scopes: asStrings(AuthorizationScopes) } }
}

const authorizerOf = (stack: Stack, authorizer: Resource): AuthorizerDefinition => ({
  id: authorizer.id,
  audience: asStrings(asObject(stack.property(authorizer, 'JwtConfiguration')).Audience),
  identitySource: asStrings(stack.property(authorizer, 'IdentitySource'))[0] ?? '$request.header.Authorization',
})

/** The template's HTTP API: what is routed where, and who is asked first. */
export const defineApi = (stack: Stack): ApiDefinition => {
  const [api] = stack.ofType('AWS::ApiGatewayV2::Api')
  return {
    id: api?.id ?? 'none',
    routes: stack.ofType('AWS::ApiGatewayV2::Route').map((route) => routeOf(stack, route)),
    authorizers: stack.ofType('AWS::ApiGatewayV2::Authorizer').map((one) => authorizerOf(stack, one)),
  }
}
