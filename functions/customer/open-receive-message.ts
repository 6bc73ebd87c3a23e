import type { SQSClient } from '@aws-sdk/client-sqs'
import middy from '@middy/core'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import type { ChannelSecrets } from '#shared/channel/channel.ts'
import { channelReceivers } from '#shared/channel/channel-receivers.ts'
import { receiveMessage } from '#shared/channel/receive-message.ts'
import { sqsInboundQueue } from '#shared/channel/sqs-inbound-queue.ts'
import { sqsReceiptQueue } from '#shared/channel/sqs-outbound-queue.ts'
import { fetchSiteTokens } from '#shared/channel/standard/fetch-site-tokens.ts'
import type { BatonConfig } from '#shared/config/config.ts'
import { correlated } from '#shared/lambda/correlated.ts'
import type { DoorPorts } from '#shared/lambda/door.ts'
import type { Answer } from '#shared/lambda/json.ts'
import { problems } from '#shared/lambda/problem-middleware.ts'
import { channelSecrets } from '#shared/lambda/secrets-middleware.ts'
import { webhookAnswer, webhookRequest } from '#shared/lambda/webhook.ts'

export interface WebhookDoor extends DoorPorts {
  readonly config: BatonConfig
  readonly sqs: SQSClient
  readonly inboundQueueUrl: string
  /** Told where a connected channel says what became of messages. */
  readonly outboundQueueUrl?: string | undefined
  /** By channel; one without secrets takes nothing in. */
  readonly secretsOf: (channel: string) => ChannelSecrets | undefined
  /** What the company's site signs its tokens with, where that is a secret. @default it publishes its keys */
  readonly tokenSecrets?: ChannelSecrets | undefined
}

/** A channel's webhook: verified, kept, acknowledged. */
export const openReceiveMessage = ({
  config,
  sqs,
  inboundQueueUrl,
  outboundQueueUrl,
  secretsOf,
  tokenSecrets: secrets,
  log,
  ...door
}: WebhookDoor) => {
  const settings = config.identity.tokens
  const ports = {
    ...door.system,
    log,
    queue: sqsInboundQueue(sqs, inboundQueueUrl),
    receipts: outboundQueueUrl === undefined ? undefined : sqsReceiptQueue(sqs, outboundQueueUrl),
    channels: channelReceivers(config.channels, secretsOf),
    tokens: settings && fetchSiteTokens({ settings, secrets, clock: door.system.clock }),
  }

  const webhook = middy<APIGatewayProxyEventV2, Answer>()
    .use(door.published)
    .use(problems(log))
    .use(channelSecrets(ports.channels))
    .handler(async (event) => {
      const channel = event.pathParameters?.channel ?? ''
      const received = await receiveMessage(ports, channel, webhookRequest(event))
      return webhookAnswer(received, channel, log, received && ports.channels[channel]?.receiver)
    })
  return correlated<APIGatewayProxyEventV2, Context>(webhook)
}
