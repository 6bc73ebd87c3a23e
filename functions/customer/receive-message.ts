import * as z from 'zod/mini'
import { sqsClient } from '#shared/aws/sqs-queue.ts'
import { namedChannelSecrets } from '#shared/channel/secrets-channel-secrets.ts'
import { readConfig } from '#shared/config/read-config.ts'
import { doorLog } from '#shared/lambda/door-log.ts'
import { nameSchema, namesSchema, readEnv } from '#shared/lambda/read-env.ts'
import { systemPorts } from '#shared/lambda/system-ports.ts'
import { traced } from '#shared/log/xray-calls.ts'
import { openReceiveMessage } from './open-receive-message.ts'

const env = readEnv(
  z.object({
    INBOUND_QUEUE_URL: nameSchema,
    OUTBOUND_QUEUE_URL: z.optional(nameSchema),
    INBOUND_SECRET_IDS: namesSchema,
    /** Where the company's site signs its tokens with a secret. */
    TOKEN_SECRET_ID: z.optional(nameSchema),
  }),
)

export const handler = openReceiveMessage({
  ...doorLog(),
  system: systemPorts,
  config: readConfig(new URL('./config.json', import.meta.url)).config,
  sqs: traced('SQS', sqsClient()),
  inboundQueueUrl: env.INBOUND_QUEUE_URL,
  outboundQueueUrl: env.OUTBOUND_QUEUE_URL,
  secretsOf: namedChannelSecrets(env.INBOUND_SECRET_IDS),
  ...(env.TOKEN_SECRET_ID && { tokenSecrets: namedChannelSecrets({ tokens: env.TOKEN_SECRET_ID })('tokens') }),
})
