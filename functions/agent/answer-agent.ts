import middy, { type MiddlewareObj } from '@middy/core'
import httpRouter from '@middy/http-router'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { correlated } from '#shared/lambda/correlated.ts'
import { UnknownRouteError } from '#shared/lambda/errors.ts'
import { type Answer, textAnswer } from '#shared/lambda/json.ts'
import { problems } from '#shared/lambda/problem-middleware.ts'
import { routeByKey } from '#shared/lambda/route-by-key.ts'
import { routeOperations } from '#shared/lambda/route-operations.ts'
import { operations } from './operations.ts'
import type { AgentPorts } from './ports.ts'

/**
 * The whole API over any ports: every operation's route, the document's own, and problems for everything else.
 * `published` comes first, and so ends last: what an error counts is still counted.
 */
export const answerAgent = (ports: AgentPorts, openApi: string, published: MiddlewareObj) => {
  const document = {
    method: 'GET' as const,
    path: '/openapi.json',
    handler: async (): Promise<Answer> => textAnswer(200, 'application/json', openApi),
  }
  const route = httpRouter<APIGatewayProxyEventV2, Answer>({
    routes: [document, ...routeOperations(operations, ports, ports.config)],
    notFoundResponse: () => {
      throw new UnknownRouteError()
    },
  })
  const door = middy<APIGatewayProxyEventV2, Answer>()
    .use(published)
    .use(problems(ports.log))
    .use(routeByKey)
    .handler(route)
  return correlated<APIGatewayProxyEventV2, Context>(door)
}
