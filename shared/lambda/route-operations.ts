import type { Route } from '@middy/http-router'
import type { APIGatewayEventRequestContextJWTAuthorizer, APIGatewayProxyEventV2 } from 'aws-lambda'
import { NotAllowedError } from '../handoff/errors.ts'
import type { Agent } from '../line/agent.ts'
import { follow } from '../log/correlation.ts'
import { attemptIdOf } from './attempt.ts'
import type { Answer } from './json.ts'
import type { Method, Operation, Role } from './operation.ts'
import { type AgentConfig, type Claims, readAgent } from './read-agent.ts'
import { bodyOf, headerOf, jsonOf } from './read-request.ts'

type Authorized = Partial<Record<'authorizer', APIGatewayEventRequestContextJWTAuthorizer>>

export type AgentRoute = Route<APIGatewayProxyEventV2, Answer>

/** Set by the API's authorizer alone; nobody outside can write it. */
const claimsOf = ({ requestContext }: APIGatewayProxyEventV2): Claims | undefined =>
  (requestContext as Authorized).authorizer?.jwt?.claims

const checkRole = ({ supervisor, admin }: Agent, role: Role | undefined): void => {
  if (role === undefined || admin || (role === 'supervisor' && supervisor)) return
  throw new NotAllowedError(role)
}

/** Handoffs and conversations are named by ids of their thread; the other paths' ids are customers' and teams'. */
const followPath = (route: string, { id }: Readonly<Record<string, string | undefined>>): void => {
  if (id !== undefined && /^\w+ \/(handoffs|conversations)\//.test(route)) follow(id)
}

/** One route per operation. Who calls is settled first: to a stranger not even a bad request is explained. */
export const routeOperations = <Ports>(
  operations: readonly Operation<Ports>[],
  ports: Ports,
  config: AgentConfig,
): AgentRoute[] =>
  operations.map((operation) => {
    const [method, path] = operation.route.split(' ') as [Method, string]
    const handler = async (event: APIGatewayProxyEventV2): Promise<Answer> => {
      const agent = readAgent(claimsOf(event), config)
      checkRole(agent, operation.role)
      const parameters = event.pathParameters ?? {}
      followPath(operation.route, parameters)
      const { operationId } = operation
      const key = headerOf(event, 'idempotency-key')
      return operation.carryOut(ports, {
        agent,
        path: parameters,
        query: event.queryStringParameters ?? {},
        body: operation.body ? jsonOf(event) : void bodyOf(event),
        attemptId: attemptIdOf({ agentId: agent.id, operationId, path: parameters, key }),
        accept: headerOf(event, 'accept') ?? '',
      })
    }
    return { method, path, handler }
  })
