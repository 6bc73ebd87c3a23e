import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime'
import type { SQSClient } from '@aws-sdk/client-sqs'
import middy from '@middy/core'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { bedrockAssistant } from '#shared/assistant/bedrock-assistant.ts'
import { dayBudget } from '#shared/assistant/day-budget.ts'
import { dynamoDayCounter } from '#shared/assistant/dynamo-day-counter.ts'
import { modelCircuit } from '#shared/assistant/model-circuit.ts'
import type { AttachmentStore } from '#shared/attachment/attachment-store.ts'
import { roomFor, turnsOf } from '#shared/attachment/bounds.ts'
import { dynamoClock } from '#shared/aws/dynamo-clock.ts'
import type { DynamoTable } from '#shared/aws/dynamo-table.ts'
import type { ChannelSecrets } from '#shared/channel/channel.ts'
import { inboundMessageSchema } from '#shared/channel/inbound-message.ts'
import { fetchChannelMedia } from '#shared/channel/media/fetch-channel-media.ts'
import type { Network } from '#shared/channel/media/fetch-pinned.ts'
import type { ChannelMedia } from '#shared/channel/media/media.ts'
import { fetchSenderProfiles } from '#shared/channel/profiles/fetch-sender-profiles.ts'
import { sqsOutboundQueue } from '#shared/channel/sqs-outbound-queue.ts'
import type { DeployedConfig } from '#shared/config/read-config.ts'
import { dynamoCustomerStore } from '#shared/customer/dynamo-customer-store.ts'
import { dynamoErasedPeople } from '#shared/customer/dynamo-erased-people.ts'
import { dynamoSenderSpendings } from '#shared/customer/dynamo-sender-spendings.ts'
import { fetchResolver } from '#shared/customer/fetch-resolver.ts'
import { dynamoEventOutbox } from '#shared/handoff/dynamo-event-outbox.ts'
import { dynamoHandoffReader } from '#shared/handoff/dynamo-handoff-reader.ts'
import { dynamoTransactions } from '#shared/handoff/dynamo-transactions.ts'
import { dynamoEstimateStore } from '#shared/handoff/estimates/dynamo-estimate-store.ts'
import type { EventSink } from '#shared/handoff/event-outbox.ts'
import { owingEvents } from '#shared/handoff/owing-events.ts'
import type { Knowledge } from '#shared/knowledge/passage.ts'
import type { DoorPorts } from '#shared/lambda/door.ts'
import { handleGroups } from '#shared/lambda/queue-groups.ts'
import { sqsTickets } from '#shared/line/sqs-tickets.ts'
import { dynamoDeliveryStore } from '#shared/thread/dynamo-delivery-store.ts'
import { dynamoThreadReader } from '#shared/thread/dynamo-thread-reader.ts'
import { fetchToolCaller } from '#shared/tool/fetch-tool-caller.ts'
import type { ToolCaller } from '#shared/tool/tool.ts'
import { byTarget } from '#shared/tool/tool-callers.ts'
import type { Ears } from '#shared/triggers/ears.ts'
import { metSenders } from '#shared/turn/met-senders.ts'
import { takeTurn } from '#shared/turn/take-turn.ts'

export interface TurnDoor extends DoorPorts {
  readonly deployed: DeployedConfig
  readonly table: DynamoTable
  readonly sqs: SQSClient
  readonly bedrock: BedrockRuntimeClient
  readonly outboundQueueUrl: string
  readonly teamQueueUrls: Readonly<Record<string, string>>
  readonly knowledge: Knowledge
  readonly ears: Ears
  /** Absent where no bus is told of anything. */
  readonly events?: EventSink | undefined
  /** Absent where no channel has files that we fetch. */
  readonly attachments?: AttachmentStore | undefined
  /** @default where the channels keep them */
  readonly media?: ChannelMedia
  /** Of the channels whose providers are asked who writes, and for files. @default nobody is asked */
  readonly secretsOf?: (channel: string) => ChannelSecrets | undefined
  /** Of the company's tools that are called at a URL. @default there are none */
  readonly toolSecretsOf?: (tool: string) => ChannelSecrets | undefined
  /** Where those are. @default the internet */
  readonly toolNetwork?: Network
  /** Invokes those of the company's tools that are Lambda functions. */
  readonly functions: ToolCaller
  /** What the company's resolver is asked with, where it is declared. */
  readonly resolverSecrets?: ChannelSecrets | undefined
}

/** A file of 20 MiB is held twice while it is fetched: this and the model's room is what `filesMegabytes` is for. */
const fetchesAtOnce = 2
const shownBytes = 16 * 1024 * 1024

/** Two failed tries; the third hands the messages to a person without thinking. */
const lastThinkingTry = 2

const toolsOf = ({ toolSecretsOf, toolNetwork, functions, system: { clock } }: TurnDoor): ToolCaller =>
  byTarget({
    url: fetchToolCaller({
      secretsOf: toolSecretsOf ?? (() => undefined),
      clock,
      ...(toolNetwork && { network: toolNetwork }),
    }),
    lambda: functions,
  })

/** The turn of every thread that has new messages in the batch. */
export const openTakeTurn = (door: TurnDoor) => {
  const { deployed, table, sqs, system, log, knowledge, ears, secretsOf = () => undefined } = door
  const { budget } = deployed.config.model
  const clock = dynamoClock(table, system.clock)
  const { resolver } = deployed.config.identity
  const transactions = dynamoTransactions(table, deployed.config.retention)
  const atOnce = door.events && { outbox: dynamoEventOutbox(table), sink: door.events, log }
  const ports = {
    ...system,
    clock,
    log,
    threads: dynamoThreadReader(table),
    handoffs: dynamoHandoffReader(table),
    customers: dynamoCustomerStore(table),
    erased: dynamoErasedPeople(table),
    spendings: dynamoSenderSpendings(table),
    met: metSenders(),
    ...(budget && { dayBudget: dayBudget(budget, dynamoDayCounter(table), log) }),
    transactions: deployed.config.events ? owingEvents(transactions, clock, atOnce) : transactions,
    deliveries: dynamoDeliveryStore(table),
    estimates: dynamoEstimateStore(table),
    outbound: sqsOutboundQueue(sqs, door.outboundQueueUrl),
    tickets: sqsTickets(sqs, door.teamQueueUrls),
    profiles: fetchSenderProfiles(deployed.config.channels, secretsOf),
    knowledge,
    ears,
    ...(deployed.config.tools.length > 0 && { tools: toolsOf(door) }),
    ...(resolver && {
      resolver: fetchResolver({ settings: resolver, secrets: door.resolverSecrets, clock: system.clock }),
    }),
    ...(door.attachments && {
      attachments: {
        media: door.media ?? fetchChannelMedia(deployed.config.channels, secretsOf),
        store: door.attachments,
        fetches: turnsOf(fetchesAtOnce),
        room: roomFor(shownBytes),
      },
    }),
    assistant: bedrockAssistant({
      client: door.bedrock,
      config: deployed.config,
      log,
      clock: system.clock,
      circuit: modelCircuit(log),
    }),
  }

  return middy<SQSEvent, SQSBatchResponse>()
    .use(door.published)
    .handler((event) =>
      handleGroups(event, inboundMessageSchema, log, async (threadId, records) => {
        const thirdTry = records.some(({ receiveCount }) => receiveCount > lastThinkingTry)
        await takeTurn(ports, deployed, { threadId, messages: records.map(({ body }) => body), thirdTry })
        return []
      }),
    )
}
