import type { DynamoTable } from '#shared/aws/dynamo-table.ts'
import { sqsInboundQueue } from '#shared/channel/sqs-inbound-queue.ts'
import { sqsOutboundQueue } from '#shared/channel/sqs-outbound-queue.ts'
import { dynamoCustomerStore } from '#shared/customer/dynamo-customer-store.ts'
import { dynamoErasedPeople } from '#shared/customer/dynamo-erased-people.ts'
import { dynamoSenderSpendings } from '#shared/customer/dynamo-sender-spendings.ts'
import { dynamoErasureLedger } from '#shared/handoff/dynamo-erasure-ledger.ts'
import { dynamoHandoffReader } from '#shared/handoff/dynamo-handoff-reader.ts'
import { dynamoTransactions } from '#shared/handoff/dynamo-transactions.ts'
import { dynamoAgentReader } from '#shared/line/dynamo-agent-reader.ts'
import { dynamoLineReader } from '#shared/line/dynamo-line-reader.ts'
import { sqsTicketCounter, sqsTickets } from '#shared/line/sqs-tickets.ts'
import { dynamoDeliveryStore } from '#shared/thread/dynamo-delivery-store.ts'
import { dynamoThreadReader } from '#shared/thread/dynamo-thread-reader.ts'
import type { StatePorts, TablePorts } from './ports.ts'
import type { TestSqs } from './sqs.ts'

/** The real adapters over the emulators. */
export const cloudPorts = (table: DynamoTable, sqs: TestSqs): StatePorts => ({
  ...tablePorts(table),
  outbound: sqsOutboundQueue(sqs.client, sqs.outboundUrl),
  inbound: sqsInboundQueue(sqs.client, sqs.inboundUrl),
  tickets: { ...sqsTickets(sqs.client, sqs.teamUrls), ...sqsTicketCounter(sqs.client, sqs.teamUrls) },
})

export const tablePorts = (table: DynamoTable): TablePorts => ({
  threads: dynamoThreadReader(table),
  handoffs: dynamoHandoffReader(table),
  line: dynamoLineReader(table),
  agents: dynamoAgentReader(table),
  customers: dynamoCustomerStore(table),
  spendings: dynamoSenderSpendings(table),
  erased: dynamoErasedPeople(table),
  erasures: dynamoErasureLedger(table),
  deliveries: dynamoDeliveryStore(table),
  transactions: dynamoTransactions(table, 0),
})
