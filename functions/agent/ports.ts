import type { AttachmentLinks } from '#shared/attachment/attachment-link.ts'
import type { OutboundQueue } from '#shared/channel/outbound-message.ts'
import type { BatonConfig } from '#shared/config/config.ts'
import type { CustomerStore } from '#shared/customer/customer.ts'
import type { Transactions } from '#shared/handoff/change.ts'
import type { Erasing } from '#shared/handoff/erasure.ts'
import type { HandoffReader } from '#shared/handoff/handoff-reader.ts'
import { defineOperation } from '#shared/lambda/define-operation.ts'
import type { AgentReader } from '#shared/line/agent.ts'
import type { LineReader } from '#shared/line/line-reader.ts'
import type { Tickets } from '#shared/line/tickets.ts'
import type { Log } from '#shared/log/log.ts'
import type { ReportFiles } from '#shared/report/report-store.ts'
import type { WhatIfDesk } from '#shared/report/what-if/desk.ts'
import type { ThreadReader } from '#shared/thread/thread-reader.ts'

/** Everything the verbs of the agent API stand on. */
export interface AgentPorts {
  readonly config: BatonConfig
  readonly threads: ThreadReader
  readonly handoffs: HandoffReader
  readonly line: LineReader
  readonly agents: AgentReader
  readonly customers: CustomerStore
  readonly erasing: () => Promise<Erasing>
  readonly transactions: Transactions
  readonly tickets: Tickets
  readonly outbound: OutboundQueue
  /** Undefined where no connected channel has files. */
  readonly links: AttachmentLinks | undefined
  /** Absent where no reports are delivered. */
  readonly reports?: Pick<ReportFiles, 'read'>
  readonly whatIf: WhatIfDesk
  readonly log: Log
  /** Epoch milliseconds. */
  readonly clock: () => number
  /** Uniform in [0, 1). */
  readonly random: () => number
  readonly sleep: (ms: number) => Promise<void>
}

export const agentOperation = defineOperation<AgentPorts>()
