import type { SQSClient } from '@aws-sdk/client-sqs'
import middy from '@middy/core'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import type { DynamoTable } from '#shared/aws/dynamo-table.ts'
import type { ChannelSecrets } from '#shared/channel/channel.ts'
import { fetchChannelSenders } from '#shared/channel/fetch-channel-senders.ts'
import { outboundBodySchema } from '#shared/channel/outbound-message.ts'
import { sqsOutboundRetry } from '#shared/channel/sqs-outbound-retry.ts'
import type { BatonConfig } from '#shared/config/config.ts'
import type { DoorPorts } from '#shared/lambda/door.ts'
import { handleGroups } from '#shared/lambda/queue-groups.ts'
import { deliverGroup } from '#shared/thread/deliver-group.ts'
import { dynamoDeliveryStore } from '#shared/thread/dynamo-delivery-store.ts'

export interface DeliveryDoor extends DoorPorts {
  readonly config: BatonConfig
  readonly table: DynamoTable
  readonly sqs: SQSClient
  readonly outboundQueueUrl: string
  /** By channel; one without secrets sends nothing. */
  readonly secretsOf: (channel: string) => ChannelSecrets | undefined
}

/** Ten that hang for a provider's 15 s each are all through with it before the door's 30 s are over. */
const headStartMs = 1_000

/** Every message on its way out, thread by thread in order. */
export const openDeliverMessage = ({ config, table, sqs, outboundQueueUrl, secretsOf, ...door }: DeliveryDoor) => {
  const ports = {
    ...door.system,
    log: door.log,
    store: dynamoDeliveryStore(table),
    sender: fetchChannelSenders(config.channels, secretsOf),
    postpone: sqsOutboundRetry(sqs, outboundQueueUrl),
  }

  return middy<SQSEvent, SQSBatchResponse>()
    .use(door.published)
    .handler((event) =>
      handleGroups(event, outboundBodySchema, door.log, (_threadId, records) => deliverGroup(ports, records), {
        headStartMs,
      }),
    )
}
