import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { JsonObject } from '../json.ts'
import type { Claims } from './authorizer.ts'

export interface ApiRequest {
  readonly incoming: IncomingMessage
  readonly body: Buffer
  readonly routeKey: string
  readonly pathParameters: Readonly<Record<string, string>>
  readonly apiId: string
  readonly account: string
  /** Present on a route with an authorizer. */
  readonly jwt?: { readonly claims: Claims; readonly scopes: readonly string[] | null }
}

// An HTTP API takes these for text and hands any other body on in base64.
const textTypes = /^(text\/.*|application\/(.*\+)?(json|xml|javascript))$/

const isText = (contentType: string | undefined): boolean =>
  textTypes.test((contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '')

const headersOf = ({ headersDistinct, socket, headers }: IncomingMessage): Record<string, string> => {
  const joined = Object.entries(headersDistinct)
    .filter(([name]) => name !== 'cookie')
    .map(([name, values]) => [name, (values ?? []).join(',')])
  return {
    ...Object.fromEntries(joined),
    'x-amzn-trace-id': `Root=1-${randomUUID()}`,
    'x-forwarded-for': [headers['x-forwarded-for'], socket.remoteAddress].filter(Boolean).join(', '),
    'x-forwarded-port': String(socket.localPort),
    'x-forwarded-proto': 'http',
  }
}

const queryOf = (query: string): Record<string, string> => {
  const parameters = new URLSearchParams(query)
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name).join(',')]))
}

const contextOf = (request: ApiRequest, path: string): JsonObject => {
  const { incoming, routeKey, apiId, account, jwt } = request
  const at = new Date()
  return {
    accountId: account,
    apiId,
    domainName: incoming.headers.host ?? '',
    domainPrefix: apiId,
    http: {
      method: incoming.method ?? '',
      path,
      protocol: `HTTP/${incoming.httpVersion}`,
      sourceIp: incoming.socket.remoteAddress ?? '',
      userAgent: incoming.headers['user-agent'] ?? '',
    },
    requestId: randomUUID(),
    routeKey,
    stage: '$default',
    time: at.toUTCString(),
    timeEpoch: at.getTime(),
    ...(jwt ? { authorizer: { jwt: { claims: { ...jwt.claims }, scopes: jwt.scopes ? [...jwt.scopes] : null } } } : {}),
  }
}

/** The event of a Lambda integration, payload format 2.0. */
export const apiEvent = (request: ApiRequest): JsonObject => {
  const { incoming, body, routeKey, pathParameters } = request
  const [path = '/', query = ''] = (incoming.url ?? '/').split(/\?(.*)/s)
  const asText = isText(incoming.headers['content-type'])
  const cookies = incoming.headers.cookie
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: query,
    ...(cookies === undefined ? {} : { cookies: cookies.split('; ') }),
    headers: headersOf(incoming),
    ...(query ? { queryStringParameters: queryOf(query) } : {}),
    requestContext: contextOf(request, path),
    ...(Object.keys(pathParameters).length > 0 ? { pathParameters: { ...pathParameters } } : {}),
    ...(body.length > 0 ? { body: body.toString(asText ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: body.length > 0 && !asText,
  }
}
