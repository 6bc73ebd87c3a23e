import * as z from 'zod/mini'
import { dynamoTable } from '#shared/aws/dynamo-table.ts'
import { sqsClient } from '#shared/aws/sqs-queue.ts'
import { secretsChannelSecrets } from '#shared/channel/secrets-channel-secrets.ts'
import { readConfig } from '#shared/config/read-config.ts'
import { doorLog } from '#shared/lambda/door-log.ts'
import { nameSchema, readEnv } from '#shared/lambda/read-env.ts'
import { systemPorts } from '#shared/lambda/system-ports.ts'
import { openDeliverMessage } from './open-deliver-message.ts'

const env = readEnv(
  z.object({
    BATON_TABLE: nameSchema,
    OUTBOUND_QUEUE_URL: nameSchema,
    STANDARD_OUTBOUND_SECRET_ID: z.optional(nameSchema),
  }),
)
const standardSecret = env.STANDARD_OUTBOUND_SECRET_ID

export const handler = openDeliverMessage({
  ...doorLog(),
  system: systemPorts,
  config: readConfig(new URL('./config.json', import.meta.url)).config,
  table: dynamoTable(env.BATON_TABLE),
  sqs: sqsClient(),
  outboundQueueUrl: env.OUTBOUND_QUEUE_URL,
  secrets: { standard: standardSecret === undefined ? undefined : secretsChannelSecrets(standardSecret) },
})
