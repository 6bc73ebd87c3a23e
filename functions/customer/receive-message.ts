import middy from '@middy/core'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import * as z from 'zod/mini'
import { sqsClient } from '#shared/aws/sqs-queue.ts'
import { receiveMessage } from '#shared/channel/receive-message.ts'
import { secretsChannelSecrets } from '#shared/channel/secrets-channel-secrets.ts'
import { sqsInboundQueue } from '#shared/channel/sqs-inbound-queue.ts'
import { standardWebhooks } from '#shared/channel/standard-webhooks.ts'
import { readConfig } from '#shared/config/read-config.ts'
import { doorLog } from '#shared/lambda/door-log.ts'
import type { Answer } from '#shared/lambda/json.ts'
import { problems } from '#shared/lambda/problem-middleware.ts'
import { nameSchema, readEnv } from '#shared/lambda/read-env.ts'
import { systemPorts } from '#shared/lambda/system-ports.ts'
import { webhookAnswer, webhookRequest } from '#shared/lambda/webhook.ts'

const env = readEnv(z.object({ INBOUND_QUEUE_URL: nameSchema, STANDARD_INBOUND_SECRET_ID: z.optional(nameSchema) }))
const { config } = readConfig(new URL('./config.json', import.meta.url))
const { log, published } = doorLog()

const standardSecret = config.channels.standard && env.STANDARD_INBOUND_SECRET_ID
const ports = {
  ...systemPorts,
  log,
  queue: sqsInboundQueue(sqsClient(), env.INBOUND_QUEUE_URL),
  channels: {
    ...(standardSecret && {
      standard: { receiver: standardWebhooks, secrets: secretsChannelSecrets(standardSecret) },
    }),
  },
}

/** A channel's webhook: verified, kept, acknowledged. */
export const handler = middy<APIGatewayProxyEventV2, Answer>()
  .use(published)

  .use(problems(log))
  .handler(async (event) => {
    const channel = event.pathParameters?.channel ?? ''
    return webhookAnswer(await receiveMessage(ports, channel, webhookRequest(event)), channel, log)
  })
