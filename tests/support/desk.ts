import type { BatonConfig } from '#shared/config/config.ts'
import type { Change } from '#shared/handoff/change.ts'
import { claim } from '#shared/handoff/claim.ts'
import type { HandoffWithState, HandoffWithTranscript } from '#shared/handoff/handoff-reader.ts'
import type { Agent } from '#shared/line/agent.ts'
import { type MemoryPorts, memoryPorts } from './ports.ts'
import { mondayMorning, testClock } from './test-clock.ts'
import { testConfig } from './test-config.ts'
import { agentOf, type WaitingConversation, type WaitingFields, waitingConversation } from './waiting-conversation.ts'

export const ann = agentOf('ann')
export const bob = agentOf('bob')

export interface Desk {
  readonly ports: MemoryPorts
  readonly config: BatonConfig
  /** A conversation that waits, with its ticket, started so many minutes ago. */
  waits(minutesAgo: number, fields?: Partial<WaitingFields>): Promise<WaitingConversation>
  claim(
    agent: Agent,
    fields?: { team?: string; claimId?: string; waitSeconds?: number },
  ): Promise<HandoffWithTranscript | undefined>
  /** Claims for the agent, and fails the test when nobody waits. */
  claimed(agent?: Agent): Promise<HandoffWithTranscript>
  read(handoffId: string): Promise<HandoffWithState>
  commit(changes: readonly Change[]): Promise<void>
  /** Another writer: runs once, just before the next commit. */
  meanwhile(act: () => Promise<unknown>): void
}

/** A desk with two teams, in memory, where conversations wait and agents work. */
export const openDesk = (config: BatonConfig = testConfig()): Desk => {
  const ports = memoryPorts(testClock())
  let commits = 0
  let claims = 0

  const desk: Desk = {
    ports,
    config,
    waits: async (minutesAgo, fields = {}) => {
      const startedAt = mondayMorning - minutesAgo * 60_000
      const conversation = waitingConversation({ startedAt, key: `started-${minutesAgo}`, ...fields })
      await desk.commit(conversation.changes)
      await ports.tickets.send(conversation.entry.team)
      return conversation
    },
    claim: (agent, fields = {}) => {
      claims += 1
      return claim(ports, config, { agent, team: 'care', claimId: `claim-${claims}`, waitSeconds: 0, ...fields })
    },
    claimed: async (agent = ann) => {
      const found = await desk.claim(agent)
      if (!found) throw new Error('nobody waits')
      return found
    },
    read: async (handoffId) => {
      const found = await ports.handoffs.read(handoffId)
      if (!found) throw new Error(`no handoff ${handoffId}`)
      return found
    },
    commit: async (changes) => {
      commits += 1
      const { ok } = await ports.transactions.commit(`seed-${commits}`, changes)
      if (!ok) throw new Error('the seed was refused')
    },
    meanwhile: (act) => {
      ports.transactions.beforeCommit = async () => {
        ports.transactions.beforeCommit = undefined
        await act()
      }
    },
  }
  return desk
}
