import type { MiddlewareObj } from '@middy/core'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'

/**
 * The API has matched the route already: its key says which one. The path cannot, because a custom domain may put a prefix
 * before it, and because it is decoded, so that a slash inside an id looks like one between two parts.
 */
export const routeByKey: MiddlewareObj<APIGatewayProxyEventV2> = {
  before: ({ event }) => {
    const [, template] = event.routeKey.split(' ')
    if (template !== undefined) event.requestContext.http.path = template
  },
}
