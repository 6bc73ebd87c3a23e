import type { SQSClient } from '@aws-sdk/client-sqs'
import middy from '@middy/core'
import type { AttachmentStore } from '#shared/attachment/attachment-store.ts'
import { dynamoClock } from '#shared/aws/dynamo-clock.ts'
import type { DynamoTable } from '#shared/aws/dynamo-table.ts'
import { sqsOutboundQueue } from '#shared/channel/sqs-outbound-queue.ts'
import type { BatonConfig } from '#shared/config/config.ts'
import { dynamoErasedPeople } from '#shared/customer/dynamo-erased-people.ts'
import { dynamoEndedConversations } from '#shared/handoff/dynamo-ended-conversations.ts'
import { dynamoErasure } from '#shared/handoff/dynamo-erasure.ts'
import { dynamoErasureLedger } from '#shared/handoff/dynamo-erasure-ledger.ts'
import { dynamoEventOutbox } from '#shared/handoff/dynamo-event-outbox.ts'
import { dynamoHandoffReader } from '#shared/handoff/dynamo-handoff-reader.ts'
import { dynamoResendMarks, dynamoSweepReader } from '#shared/handoff/dynamo-sweep-reader.ts'
import { dynamoTransactions } from '#shared/handoff/dynamo-transactions.ts'
import type { EraseCustomerPorts } from '#shared/handoff/erase-customer.ts'
import { SweepFailedError } from '#shared/handoff/errors.ts'
import { dynamoEstimateStore } from '#shared/handoff/estimates/dynamo-estimate-store.ts'
import type { EventSink } from '#shared/handoff/event-outbox.ts'
import { owingEvents } from '#shared/handoff/owing-events.ts'
import { type Swept, sweep } from '#shared/handoff/sweep.ts'
import type { DoorPorts } from '#shared/lambda/door.ts'
import { dynamoLineReader } from '#shared/line/dynamo-line-reader.ts'
import { sqsTicketCounter, sqsTickets } from '#shared/line/sqs-tickets.ts'
import { dynamoWhatIfJobs } from '#shared/report/what-if/dynamo-what-if-jobs.ts'
import { dynamoDeliveryStore } from '#shared/thread/dynamo-delivery-store.ts'
import { dynamoThreadReader } from '#shared/thread/dynamo-thread-reader.ts'

export interface SweepDoor extends DoorPorts {
  readonly config: BatonConfig
  readonly table: DynamoTable
  readonly sqs: SQSClient
  readonly outboundQueueUrl: string
  readonly teamQueueUrls: Readonly<Record<string, string>>
  /** Absent where no bus is told of anything. */
  readonly events?: EventSink | undefined
  /** Absent where no channel has files that are kept. */
  readonly attachments?: Pick<AttachmentStore, 'erase'> | undefined
  /** Whatever quotes threads and forgets them. @default nothing does */
  readonly quoting?: EraseCustomerPorts['quoting']
  /** Absent where the table is not exported. */
  readonly pictures?: EraseCustomerPorts['pictures']
}

/** Each minute. A step that failed makes the run fail as well, after the others are done, so that its alarm rings. */
export const openSweep = ({
  config,
  table,
  sqs,
  outboundQueueUrl,
  teamQueueUrls,
  events,
  system,
  log,
  published,
  attachments,
  quoting = [],
  pictures,
}: SweepDoor) => {
  const clock = dynamoClock(table, system.clock)
  const transactions = dynamoTransactions(table, config.retention)
  const ports = {
    ...system,
    clock,
    log,
    line: dynamoLineReader(table),
    handoffs: dynamoHandoffReader(table),
    transactions: config.events ? owingEvents(transactions, clock) : transactions,
    owedEvents: events && { outbox: dynamoEventOutbox(table), sink: events },
    reader: dynamoSweepReader(table),
    marks: dynamoResendMarks(table),
    threads: dynamoThreadReader(table),
    deliveries: dynamoDeliveryStore(table),
    ended: dynamoEndedConversations(table, { newId: system.newId, recordDays: config.retention.recordDays }),
    estimates: dynamoEstimateStore(table),
    erasing: {
      erasure: dynamoErasure(table),
      erasures: dynamoErasureLedger(table),
      erased: dynamoErasedPeople(table),
      ...(attachments && { attachments }),
      quoting: [...quoting, dynamoWhatIfJobs(table).forget],
      pictures,
    },
    tickets: sqsTickets(sqs, teamQueueUrls),
    counter: sqsTicketCounter(sqs, teamQueueUrls),
    outbound: sqsOutboundQueue(sqs, outboundQueueUrl),
  }

  return middy<unknown, Swept>()
    .use(published)
    .handler(async () => {
      const swept = await sweep(ports, config)
      if (swept.failed > 0) throw new SweepFailedError(swept.failed)
      return swept
    })
}
