import type { MiddlewareObj } from '@middy/core'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { errorName } from '../log/error-name.ts'
import type { Log } from '../log/log.ts'
import { type Answer, problemAnswer } from './json.ts'

/** Whatever was thrown leaves as a problem; ours are logged by class, never by message, which may hold a customer's words. */
export const problems = (log: Log): MiddlewareObj<APIGatewayProxyEventV2, Answer> => ({
  onError: (request) => {
    const { error, event } = request
    const { requestId, routeKey } = event.requestContext ?? {}
    const answer = problemAnswer(error, requestId && `urn:baton:request:${requestId}`)
    if ((answer.statusCode ?? 500) >= 500)
      log({
        event: 'request.failed',
        operation: routeKey ?? 'unknown',
        cause: errorName(error),
        ...(requestId && { requestId }),
      })
    request.response = answer
  },
})
