import type { InboundQueue } from '#shared/channel/inbound-message.ts'
import type { OutboundQueue } from '#shared/channel/outbound-message.ts'
import type { CustomerStore } from '#shared/customer/customer.ts'
import type { ErasedPeople } from '#shared/customer/erased-people.ts'
import type { SenderSpendings } from '#shared/customer/sender-spendings.ts'
import type { Transactions } from '#shared/handoff/change.ts'
import type { ErasureLedger } from '#shared/handoff/erasure.ts'
import type { HandoffReader } from '#shared/handoff/handoff-reader.ts'
import type { AgentReader } from '#shared/line/agent.ts'
import type { LineReader } from '#shared/line/line-reader.ts'
import type { TicketCounter, Tickets } from '#shared/line/tickets.ts'
import type { LogEvent } from '#shared/log/log.ts'
import type { DeliveryStore } from '#shared/thread/delivery-store.ts'
import type { ThreadReader } from '#shared/thread/thread-reader.ts'
import { seededRandom } from '#shared/words/training/random.ts'
import { hookedTransactions } from './hooked-transactions.ts'
import { memoryAgentReader } from './memory-agent-reader.ts'
import { memoryCustomerStore, memorySenderSpendings } from './memory-customer-store.ts'
import { memoryDeliveryStore } from './memory-delivery-store.ts'
import { memoryErasedPeople, memoryErasureLedger } from './memory-erasures.ts'
import { memoryHandoffReader } from './memory-handoff-reader.ts'
import { memoryLineReader } from './memory-line-reader.ts'
import { memoryInbound, memoryOutbound } from './memory-queues.ts'
import { MemoryTable } from './memory-table.ts'
import { memoryThreadReader } from './memory-thread-reader.ts'
import { memoryTickets } from './memory-tickets.ts'
import { memoryTransactions } from './memory-transactions.ts'
import { type TestClock, testClock } from './test-clock.ts'

/** The ports that keep state, whatever stands behind them. */
export interface StatePorts {
  readonly threads: ThreadReader
  readonly handoffs: HandoffReader
  readonly line: LineReader
  readonly agents: AgentReader
  readonly customers: CustomerStore
  readonly spendings: SenderSpendings
  readonly erased: ErasedPeople
  readonly erasures: ErasureLedger
  readonly deliveries: DeliveryStore
  readonly transactions: Transactions
  readonly outbound: OutboundQueue
  readonly inbound: InboundQueue
  readonly tickets: Tickets & TicketCounter
}

/** The ports that keep records, apart from the queues. */
export type TablePorts = Omit<StatePorts, 'outbound' | 'inbound' | 'tickets'>

const memoryTablePorts = (table: MemoryTable): TablePorts => ({
  threads: memoryThreadReader(table),
  handoffs: memoryHandoffReader(table),
  line: memoryLineReader(table),
  agents: memoryAgentReader(table),
  customers: memoryCustomerStore(table),
  spendings: memorySenderSpendings(table),
  erased: memoryErasedPeople(),
  erasures: memoryErasureLedger(),
  deliveries: memoryDeliveryStore(table),
  transactions: memoryTransactions(table),
})

/** Everything a story asks for, on one clock, with what happened to look at; in memory, or with its records in a table. */
export const memoryPorts = (clock: TestClock = testClock(), records?: TablePorts) => {
  const table = new MemoryTable()
  const stored = records ?? memoryTablePorts(table)
  const events: LogEvent[] = []
  let ids = 0
  return {
    table,
    ...stored,
    transactions: hookedTransactions(stored.transactions),
    outbound: memoryOutbound(),
    inbound: memoryInbound(),
    tickets: memoryTickets(clock),
    clock,
    events,
    log: (event: LogEvent) => {
      events.push(event)
    },
    newId: () => {
      ids += 1
      return `id-${ids}`
    },
    profiles: { ask: async () => undefined },
    random: seededRandom(1),
    sleep: async (ms: number) => clock.advance(ms),
  } satisfies StatePorts & Record<string, unknown>
}
export type MemoryPorts = ReturnType<typeof memoryPorts>
