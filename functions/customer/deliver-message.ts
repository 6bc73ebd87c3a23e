import * as z from 'zod/mini'
import { dynamoTable } from '#shared/aws/dynamo-table.ts'
import { sqsClient } from '#shared/aws/sqs-queue.ts'
import { namedChannelSecrets } from '#shared/channel/secrets-channel-secrets.ts'
import { readConfig } from '#shared/config/read-config.ts'
import { doorLog } from '#shared/lambda/door-log.ts'
import { nameSchema, namesSchema, readEnv } from '#shared/lambda/read-env.ts'
import { systemPorts } from '#shared/lambda/system-ports.ts'
import { traced } from '#shared/log/xray-calls.ts'
import { openDeliverMessage } from './open-deliver-message.ts'

const env = readEnv(
  z.object({
    BATON_TABLE: nameSchema,
    OUTBOUND_QUEUE_URL: nameSchema,
    OUTBOUND_SECRET_IDS: namesSchema,
  }),
)

const table = dynamoTable(env.BATON_TABLE)
traced('DynamoDB', table.client)

export const handler = openDeliverMessage({
  ...doorLog(),
  system: systemPorts,
  config: readConfig(new URL('./config.json', import.meta.url)).config,
  table,
  sqs: traced('SQS', sqsClient()),
  outboundQueueUrl: env.OUTBOUND_QUEUE_URL,
  secretsOf: namedChannelSecrets(env.OUTBOUND_SECRET_IDS),
})
