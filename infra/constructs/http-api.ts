import { RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  HttpApi,
  type HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { agentRoutes, openApiRoute, webhookRoute } from './agent-routes.ts'
import type { Alarms } from './alarms.ts'
import { announce } from './announce.ts'
import type { Door } from './door.ts'

/** Far above 100 agents polling every second, far below what would run up a bill; a channel retries what is turned away. */
const throttle = { rateLimit: 500, burstLimit: 1000 }

/** The route, never the path or the address: ids and IP addresses are personal. */
const accessLogFields = {
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  integrationStatus: '$context.integrationStatus',
  error: '$context.error.responseType',
  authorizerError: '$context.authorizer.error',
}

export interface SupportApiProps {
  readonly receiveMessage: Door
  readonly agentApi: Door
  readonly authorizer: IHttpRouteAuthorizer
  readonly logDays: RetentionDays
  readonly alarms: Alarms
}

/** The one HTTP API: channels knock without a token and are verified by signature, agents only with one. */
export class SupportApi extends Construct {
  private readonly api: HttpApi

  constructor(scope: Construct, id: string, props: SupportApiProps) {
    super(scope, id)
    this.api = new HttpApi(this, 'Http', { createDefaultStage: false, defaultAuthorizer: props.authorizer })
    this.stage(props.logDays)
    props.alarms.onServerErrors('ApiErrors', this.api, 'api-errors')
    const open = new HttpNoneAuthorizer()
    this.route(webhookRoute, integrate('Webhooks', props.receiveMessage), open)
    const agents = integrate('Agents', props.agentApi)
    this.route(openApiRoute, agents, open)
    for (const route of agentRoutes) this.route(route, agents)
    const url = this.api.apiEndpoint
    announce(this, { ApiUrl: url, StandardWebhookUrl: `${url}/webhooks/standard` })
  }

  private route(route: string, integration: HttpLambdaIntegration, authorizer?: IHttpRouteAuthorizer): void {
    const [method, path] = route.split(' ') as [HttpMethod, string]
    this.api.addRoutes({ methods: [method], path, integration, ...(authorizer && { authorizer }) })
  }

  private stage(logDays: RetentionDays): void {
    const log = new LogGroup(this, 'AccessLog', { retention: logDays, removalPolicy: RemovalPolicy.DESTROY })
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle,
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
      },
    })
  }
}

/** One permission for the whole API: one per route would outgrow the function's policy. */
const integrate = (id: string, door: Door) =>
  new HttpLambdaIntegration(id, door.function, { scopePermissionToRoute: false })
