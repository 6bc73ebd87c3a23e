import middy from '@middy/core'
import httpRouter from '@middy/http-router'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { UnknownRouteError } from '#shared/lambda/errors.ts'
import { type Answer, textAnswer } from '#shared/lambda/json.ts'
import { problems } from '#shared/lambda/problem-middleware.ts'
import { routeByKey } from '#shared/lambda/route-by-key.ts'
import { routeOperations } from '#shared/lambda/route-operations.ts'
import { operations } from './operations.ts'
import type { AgentPorts } from './ports.ts'

/** The whole API over any ports: every operation's route, the document's own, and problems for everything else. */
export const answerAgent = (ports: AgentPorts, openApi: string) => {
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
  return middy<APIGatewayProxyEventV2, Answer>().use(problems(ports.log)).use(routeByKey).handler(route)
}
