import middy from '@middy/core'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import * as z from 'zod/mini'
import { dynamoTable } from '#shared/aws/dynamo-table.ts'
import { sqsClient } from '#shared/aws/sqs-queue.ts'
import { channelSenders } from '#shared/channel/channel-senders.ts'
import { fetchStandardSender } from '#shared/channel/fetch-standard-sender.ts'
import { outboundMessageSchema } from '#shared/channel/outbound-message.ts'
import { secretsChannelSecrets } from '#shared/channel/secrets-channel-secrets.ts'
import { sqsOutboundRetry } from '#shared/channel/sqs-outbound-retry.ts'
import { readConfig } from '#shared/config/read-config.ts'
import { doorLog } from '#shared/lambda/door-log.ts'
import { handleGroups } from '#shared/lambda/queue-groups.ts'
import { nameSchema, readEnv } from '#shared/lambda/read-env.ts'
import { systemPorts } from '#shared/lambda/system-ports.ts'
import { deliverGroup } from '#shared/thread/deliver-group.ts'
import { dynamoDeliveryStore } from '#shared/thread/dynamo-delivery-store.ts'

const env = readEnv(
  z.object({
    BATON_TABLE: nameSchema,
    OUTBOUND_QUEUE_URL: nameSchema,
    STANDARD_OUTBOUND_SECRET_ID: z.optional(nameSchema),
  }),
)
const { config } = readConfig(new URL('./config.json', import.meta.url))
const { log, published } = doorLog()

const { standard } = config.channels
const standardSecret = env.STANDARD_OUTBOUND_SECRET_ID
const ports = {
  ...systemPorts,
  log,
  store: dynamoDeliveryStore(dynamoTable(env.BATON_TABLE)),
  sender: channelSenders({
    ...(standard &&
      standardSecret && { standard: fetchStandardSender(standard.callbackUrl, secretsChannelSecrets(standardSecret)) }),
  }),
  postpone: sqsOutboundRetry(sqsClient(), env.OUTBOUND_QUEUE_URL),
}

/** Every message on its way out, thread by thread in order. */
export const handler = middy<SQSEvent, SQSBatchResponse>()
  .use(published)
  .handler((event) =>
    handleGroups(event, outboundMessageSchema, log, (_threadId, records) => deliverGroup(ports, records)),
  )
