import type { BatonConfig } from '#shared/config/config.ts'
import type { Change } from '#shared/handoff/change.ts'
import { claim } from '#shared/handoff/claim.ts'
import type { HandoffWithState, HandoffWithTranscript } from '#shared/handoff/handoff-reader.ts'
import type { HeldCommand } from '#shared/handoff/held-handoff.ts'
import { sendMessage } from '#shared/handoff/send-message.ts'
import type { Agent } from '#shared/line/agent.ts'
import type { Message } from '#shared/thread/message.ts'
import { type MemoryPorts, memoryPorts, type TablePorts } from './ports.ts'
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
  /** A request about a handoff, with an attempt of its own. */
  request(agent: Agent, handoffId: string): HeldCommand
  /** The agent writes to the customer. */
  say(agent: Agent, handoffId: string, text: string, attemptId?: string): Promise<Message>
  commit(changes: readonly Change[]): Promise<void>
  /** Another writer: runs once, just before the next commit. */
  meanwhile(act: () => Promise<unknown>): void
}

/** A desk with two teams where conversations wait and agents work; in memory, or with its records in a table. */
export const openDesk = (config: BatonConfig = testConfig(), records?: TablePorts): Desk => {
  const ports = memoryPorts(testClock(), records)
  let commits = 0
  let claims = 0
  let requests = 0

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
    request: (agent, handoffId) => {
      requests += 1
      return { agent, handoffId, attemptId: `attempt-${requests}` }
    },
    say: (agent, handoffId, text, attemptId = `say-${text}`) =>
      sendMessage(ports, config, { agent, handoffId, text, attemptId, messageId: `message-${attemptId}` }),
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
