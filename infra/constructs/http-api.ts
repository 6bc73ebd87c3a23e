import { RemovalPolicy, Validations } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  HttpApi,
  type HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { Channels } from '#shared/config/config.ts'
import { agentRoutes, openApiRoute, webhookRoute } from './agent-routes.ts'
import type { Alarms } from './alarms.ts'
import { announce } from './announce.ts'
import type { Door } from './door.ts'
import type { OwnKey } from './own-key.ts'

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
  readonly channels: Channels
  readonly receiveMessage: Door
  readonly agentApi: Door
  readonly authorizer: IHttpRouteAuthorizer
  readonly logDays: RetentionDays
  readonly alarms: Alarms
  readonly key: OwnKey | undefined
}

/** The one HTTP API: channels knock without a token and are verified by signature, agents only with one. */
export class SupportApi extends Construct {
  readonly api: HttpApi

  constructor(scope: Construct, id: string, props: SupportApiProps) {
    super(scope, id)
    this.api = new HttpApi(this, 'Http', { createDefaultStage: false, defaultAuthorizer: props.authorizer })
    this.stage(props)
    props.alarms.onServerErrors('ApiErrors', this.api, 'api-errors')
    const agents = integrate('Agents', props.agentApi)
    this.open({ [webhookRoute]: integrate('Webhooks', props.receiveMessage), [openApiRoute]: agents })
    for (const route of agentRoutes) {
      const [method, path] = parts(route)
      this.api.addRoutes({ methods: [method], path, integration: agents })
    }
    const url = this.api.apiEndpoint
    announce(this, { ApiUrl: url })
    for (const name of connectedTo(props.channels))
      announce(this, { [`${name.charAt(0).toUpperCase()}${name.slice(1)}WebhookUrl`]: `${url}/webhooks/${name}` })
  }

  /** The routes without a token stand in a room of their own, so that no other can become one of them unseen. */
  private open(routes: Readonly<Record<string, HttpLambdaIntegration>>): void {
    const room = new Construct(this, 'Open')
    for (const [route, integration] of Object.entries(routes)) {
      const [method, path] = parts(route)
      new HttpRoute(room, route.replaceAll('/', '-'), {
        httpApi: this.api,
        routeKey: HttpRouteKey.with(path, method),
        integration,
        authorizer: new HttpNoneAuthorizer(),
      })
    }
    Validations.of(room).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'A channel proves itself by the signature over the raw body, which the function checks before anything else; ' +
        'no authorizer of API Gateway sees a body. The description of the API holds nothing of the company.',
    })
  }

  private stage({ logDays, key }: SupportApiProps): void {
    const log = new LogGroup(this, 'AccessLog', {
      retention: logDays,
      removalPolicy: RemovalPolicy.DESTROY,
      ...(key && { encryptionKey: key.key }),
    })
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

const connectedTo = (channels: Channels): readonly string[] =>
  Object.entries(channels).flatMap(([name, channel]) => (channel ? [name] : []))

const parts = (route: string) => route.split(' ') as [HttpMethod, string]

/** One permission for the whole API: one per route would outgrow the function's policy. */
const integrate = (id: string, door: Door) =>
  new HttpLambdaIntegration(id, door.function, { scopePermissionToRoute: false })
