import type { SQSClient } from '@aws-sdk/client-sqs'
import type { Files } from '#shared/attachment/later-files.ts'
import { dynamoClock } from '#shared/aws/dynamo-clock.ts'
import type { DynamoTable } from '#shared/aws/dynamo-table.ts'
import { sqsOutboundQueue } from '#shared/channel/sqs-outbound-queue.ts'
import type { BatonConfig } from '#shared/config/config.ts'
import { dynamoCustomerStore } from '#shared/customer/dynamo-customer-store.ts'
import type { ErasedExports } from '#shared/export/export-files.ts'
import { dynamoEventOutbox } from '#shared/handoff/dynamo-event-outbox.ts'
import { dynamoHandoffReader } from '#shared/handoff/dynamo-handoff-reader.ts'
import { dynamoTransactions } from '#shared/handoff/dynamo-transactions.ts'
import type { Erasing } from '#shared/handoff/erasure.ts'
import type { EventSink } from '#shared/handoff/event-outbox.ts'
import { owingEvents } from '#shared/handoff/owing-events.ts'
import type { DoorPorts } from '#shared/lambda/door.ts'
import { dynamoAgentReader } from '#shared/line/dynamo-agent-reader.ts'
import { dynamoLineReader } from '#shared/line/dynamo-line-reader.ts'
import { sqsTickets } from '#shared/line/sqs-tickets.ts'
import type { ReportFiles } from '#shared/report/report-store.ts'
import type { WhatIfDesk } from '#shared/report/what-if/desk.ts'
import { dynamoThreadReader } from '#shared/thread/dynamo-thread-reader.ts'
import { answerAgent } from './answer-agent.ts'
import type { ErasingPorts } from './erasing.ts'

export interface AgentDoor extends DoorPorts {
  readonly config: BatonConfig
  readonly table: DynamoTable
  readonly sqs: SQSClient
  readonly outboundQueueUrl: string
  readonly teamQueueUrls: Readonly<Record<string, string>>
  readonly openApi: string
  readonly whatIf: WhatIfDesk
  readonly erasing: (ports: ErasingPorts) => Promise<Erasing>
  /** Absent where no bus is told of anything. */
  readonly events?: EventSink | undefined
  /** Absent where no channel has files that are kept. */
  readonly files?: Partial<Files> | undefined
  /** Absent where no reports are delivered. */
  readonly reports?: Pick<ReportFiles, 'read' | 'forget'> | undefined
  /** Absent where the table is not exported. */
  readonly exports?: ErasedExports | undefined
}

/** Every verb of the agents. */
export const openApi = ({ config, table, sqs, system, log, ...door }: AgentDoor) => {
  const clock = dynamoClock(table, system.clock)
  const transactions = dynamoTransactions(table, config.retention)
  const atOnce = door.events && { outbox: dynamoEventOutbox(table), sink: door.events, log }
  const told = config.events ? owingEvents(transactions, clock, atOnce) : transactions
  const { reports, files, whatIf } = door
  const erasingPorts = {
    ...{ ...system, clock, log, transactions: told },
    ...(files?.store && { attachments: files.store }),
    quoting: [...(reports ? [reports] : []), whatIf.jobs].map((one) => one.forget),
    pictures: door.exports,
  }
  const ports = {
    ...system,
    clock,
    config,
    threads: dynamoThreadReader(table),
    handoffs: dynamoHandoffReader(table),
    line: dynamoLineReader(table),
    agents: dynamoAgentReader(table),
    customers: dynamoCustomerStore(table),
    transactions: told,
    erasing: () => door.erasing(erasingPorts),
    tickets: sqsTickets(sqs, door.teamQueueUrls),
    outbound: sqsOutboundQueue(sqs, door.outboundQueueUrl),
    links: files?.links,
    whatIf,
    log,
    ...(reports && { reports }),
  }
  return answerAgent(ports, door.openApi, door.published)
}
