import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LocalFunction } from '../lambda/local-function.ts'
import { localAccount } from '../stack/place.ts'
import type { ApiDefinition } from './api-definition.ts'
import { type ApiRequest, apiEvent } from './api-event.ts'
import { type HttpAnswer, ownAnswer, readResult, sendAnswer } from './api-response.ts'
import { type Authorizer, createAuthorizer } from './authorizer.ts'
import type { Issuer } from './issuer.ts'
import { readBody } from './read-body.ts'
import { createRouter } from './routes.ts'

export interface ApiOptions {
  /** How long an integration may take, whatever its function's timeout says. @default 30 s, which AWS has fixed */
  readonly integrationMs?: number
  readonly onAnswer?: (method: string, path: string, status: number) => void
}

const awsIntegrationMs = 30_000
const unauthorized = ownAnswer(401, 'Unauthorized', { 'www-authenticate': 'Bearer' })

const timesOut = <Result>(work: Promise<Result>, ms: number): Promise<Result | 'late'> => {
  const { promise, resolve } = Promise.withResolvers<'late'>()
  const timer = setTimeout(() => resolve('late'), ms)
  return Promise.race([work, promise]).finally(() => clearTimeout(timer))
}

/** Answers as an HTTP API with this definition would: limits, routes, authorizers, functions. */
export const createHttpApi = (
  api: ApiDefinition,
  functions: ReadonlyMap<string, LocalFunction>,
  issuer: Issuer,
  { integrationMs = awsIntegrationMs, onAnswer }: ApiOptions = {},
) => {
  const find = createRouter(api.routes)
  const authorizers = new Map<string, Authorizer>(
    api.authorizers.map(({ id, audience, identitySource }) => [
      id,
      createAuthorizer({ issuer: issuer.url, keys: issuer.keys, audience, identitySource }),
    ]),
  )

  const run = async (functionId: string, request: ApiRequest): Promise<HttpAnswer> => {
    const lambda = functions.get(functionId)
    if (!lambda) return ownAnswer(500, 'Internal Server Error')
    try {
      const result = await timesOut(lambda.invoke(apiEvent(request)), integrationMs)
      return result === 'late' ? ownAnswer(503, 'Service Unavailable') : readResult(result)
    } catch {
      return ownAnswer(500, 'Internal Server Error')
    }
  }

  const answer = async (incoming: IncomingMessage): Promise<HttpAnswer> => {
    const [path = '/'] = (incoming.url ?? '/').split('?')
    const match = find(incoming.method ?? '', path)
    if (!match) return ownAnswer(404, 'Not Found')
    const { functionId, authorizerId, scopes } = match.route.target
    const verdict = await (authorizerId ? authorizers.get(authorizerId)?.(incoming, scopes) : undefined)
    if (authorizerId && verdict?.kind === 'forbidden') return ownAnswer(403, 'Forbidden')
    if (authorizerId && verdict?.kind !== 'allowed') return unauthorized
    const body = await readBody(incoming)
    if (!body) return ownAnswer(413, 'Request Entity Too Large')
    return run(functionId, {
      incoming,
      body,
      routeKey: match.route.key,
      pathParameters: match.pathParameters,
      apiId: api.id,
      account: localAccount,
      ...(verdict?.kind === 'allowed' ? { jwt: { claims: verdict.claims, scopes: verdict.scopes } } : {}),
    })
  }

  return async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const made = await answer(incoming)
    onAnswer?.(incoming.method ?? '', (incoming.url ?? '/').split('?')[0] ?? '', made.status)
    sendAnswer(response, made)
  }
}
