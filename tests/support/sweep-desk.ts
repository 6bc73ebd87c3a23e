import type { BatonConfig } from '#shared/config/config.ts'
import { accept } from '#shared/handoff/accept.ts'
import type { ConversationPlace } from '#shared/handoff/ended-conversations.ts'
import { type SweepPorts, type Swept, sweep } from '#shared/handoff/sweep.ts'
import { ann, type Desk, openDesk } from './desk.ts'
import { memoryEndedConversations } from './memory-ended-conversations.ts'
import { memoryResendMarks, memorySweepReader } from './memory-sweep-reader.ts'
import { testConfig } from './test-config.ts'

export const minutes = (count: number): number => count * 60_000
export const hours = (count: number): number => minutes(count * 60)

export interface SweepDesk extends Desk {
  readonly sweepPorts: SweepPorts
  /** Conversations that the sweep listed before it closed them. */
  readonly listed: readonly ConversationPlace[]
  sweeps(config?: BatonConfig, changed?: Partial<SweepPorts>): Promise<Swept>
  /** Two sweeps that read the same things before either of them writes. */
  sweepsTwice(config?: BatonConfig): Promise<readonly [Swept, Swept]>
  /** A handoff that ann accepted just now. */
  accepted(): Promise<string>
  /** The thread's timer runs out now. */
  looksAt(threadId: string): Promise<void>
  /** Conversations waiting for a team, in order. */
  waitingFor(team: string): Promise<readonly string[]>
  /** What customers were told since the desk opened: the texts that were handed to delivery. */
  told(): readonly string[]
}

/** Both commits wait for each other, so that what each of them read was true for both. */
const meeting = (): (() => Promise<void>) => {
  const { promise, resolve } = Promise.withResolvers<void>()
  let arrived = 0
  return () => {
    arrived += 1
    if (arrived === 2) resolve()
    return promise
  }
}

/** A desk that is swept, in memory. */
export const openSweepDesk = (config: BatonConfig = testConfig()): SweepDesk => {
  const desk = openDesk(config)
  const { ports } = desk
  const ended = memoryEndedConversations()
  const sweepPorts: SweepPorts = {
    ...ports,
    ended,
    reader: memorySweepReader(ports.table),
    marks: memoryResendMarks(ports.table),
    counter: ports.tickets,
  }

  return {
    ...desk,
    sweepPorts,
    listed: ended.listed,
    sweeps: (other = config, changed = {}) => sweep({ ...sweepPorts, ...changed }, other),
    sweepsTwice: async (other = config) => {
      const met = meeting()
      ports.transactions.beforeCommit = met
      const swept = await Promise.all([sweep(sweepPorts, other), sweep(sweepPorts, other)])
      ports.transactions.beforeCommit = undefined
      return swept
    },
    accepted: async () => {
      const { handoff } = await desk.claimed(ann)
      await accept(ports, config, desk.request(ann, handoff.id))
      return handoff.id
    },
    looksAt: (threadId) =>
      desk.commit([{ kind: 'thread-changed', threadId, patch: { expect: {}, set: { timerAt: ports.clock() } } }]),
    waitingFor: async (team) =>
      (await ports.line.list(team, { limit: 100 })).entries.map(({ conversationId }) => conversationId),
    told: () => ports.outbound.sent.map(({ message }) => message.text),
  }
}
