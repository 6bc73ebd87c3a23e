import { randomUUID } from 'node:crypto'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'

export type TokenClaims = Readonly<Record<string, string>>

/** Claims as an HTTP API hands them over: everything a string, a list as `[a b]`. */
export const tokenOf = (id: string, groups: readonly string[], name = `Agent ${id}`): TokenClaims => ({
  sub: id,
  name,
  token_use: 'id',
  'cognito:groups': `[${groups.join(' ')}]`,
})

export interface AgentRequest {
  /** Such as `POST /teams/{team}/claim`. */
  readonly route: string
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** A text is sent as it is. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Absent: nobody the authorizer knows. */
  readonly token?: TokenClaims | undefined
}

/** The event of an HTTP API's route with a JWT authorizer, payload format 2.0. */
export const agentEvent = ({ route, path, query, body, headers, token }: AgentRequest): APIGatewayProxyEventV2 => {
  const [method = '', template = ''] = route.split(' ')
  const rawPath = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path?.[name] ?? name))
  const authorizer = token && { authorizer: { jwt: { claims: token, scopes: null } } }
  return {
    version: '2.0',
    routeKey: route,
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(query && { queryStringParameters: { ...query } }),
    ...(path && { pathParameters: { ...path } }),
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    isBase64Encoded: false,
    requestContext: {
      accountId: '123456789012',
      apiId: 'api',
      domainName: 'api.example.com',
      domainPrefix: 'api',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: randomUUID(),
      routeKey: route,
      stage: '$default',
      time: '23/Nov/2026:10:00:00 +0000',
      timeEpoch: 1_795_428_000_000,
      ...authorizer,
    },
  }
}
