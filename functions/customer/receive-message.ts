import * as z from 'zod/mini'
import { sqsClient } from '#shared/aws/sqs-queue.ts'
import { secretsChannelSecrets } from '#shared/channel/secrets-channel-secrets.ts'
import { readConfig } from '#shared/config/read-config.ts'
import { doorLog } from '#shared/lambda/door-log.ts'
import { nameSchema, readEnv } from '#shared/lambda/read-env.ts'
import { systemPorts } from '#shared/lambda/system-ports.ts'
import { openReceiveMessage } from './open-receive-message.ts'

const env = readEnv(z.object({ INBOUND_QUEUE_URL: nameSchema, STANDARD_INBOUND_SECRET_ID: z.optional(nameSchema) }))
const standardSecret = env.STANDARD_INBOUND_SECRET_ID

export const handler = openReceiveMessage({
  ...doorLog(),
  system: systemPorts,
  config: readConfig(new URL('./config.json', import.meta.url)).config,
  sqs: sqsClient(),
  inboundQueueUrl: env.INBOUND_QUEUE_URL,
  secrets: { standard: standardSecret === undefined ? undefined : secretsChannelSecrets(standardSecret) },
})
