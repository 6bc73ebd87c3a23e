import type { DeployedConfig } from '#shared/config/read-config.ts'
import type { ThreadState } from '#shared/thread/thread-state.ts'
import { metSenders } from '#shared/turn/met-senders.ts'
import { type TakeTurnPorts, takeTurn } from '#shared/turn/take-turn.ts'
import { type Desk, openDesk } from './desk.ts'
import { type FixedKnowledge, fixedKnowledge } from './fixed-knowledge.ts'
import { inbound, threadOf } from './inbound.ts'
import { ears } from './listen.ts'
import type { TablePorts } from './ports.ts'
import { type ScriptedAssistant, scriptedAssistant } from './scripted-assistant.ts'
import { testDeployed } from './test-config.ts'

export const threadId = threadOf('thread-1')
export const humanPlease = 'I want to speak to a human, please'

export interface CustomerDesk extends Desk {
  readonly assistant: ScriptedAssistant
  readonly knowledge: FixedKnowledge
  /** One turn about these texts, or these deliveries, of one thread. */
  turn(messages: readonly (string | ReturnType<typeof inbound>)[], options?: { thirdTry?: boolean }): Promise<void>
  /** A delivery to give to more than one turn. */
  arrives(text: string, id?: string): ReturnType<typeof inbound>
  state(): Promise<ThreadState>
  /** All that was said on the thread, as "author: text". */
  said(): Promise<readonly string[]>
}

/** A desk where customers write and the assistant answers; in memory, or with its records in a table. */
export const openCustomerDesk = (
  deployed: DeployedConfig = testDeployed(),
  records?: TablePorts,
  files?: TakeTurnPorts['attachments'],
  tools?: TakeTurnPorts['tools'],
): CustomerDesk => {
  const desk = openDesk(deployed.config, records)
  const { ports } = desk
  const [assistant, knowledge] = [scriptedAssistant(), fixedKnowledge()]
  const met = metSenders()
  const arrives: CustomerDesk['arrives'] = (text, id) =>
    inbound({ receivedAt: ports.clock(), text, ...(id !== undefined && { id }) })

  return {
    ...desk,
    assistant,
    knowledge,
    arrives,
    turn: async (messages, { thirdTry = false } = {}) => {
      ports.clock.advance(1_000)
      const given = messages.map((message) => (typeof message === 'string' ? arrives(message) : message))
      const all = {
        ...ports,
        assistant,
        knowledge,
        ears,
        met,
        ...(files && { attachments: files }),
        ...(tools && { tools }),
      }
      await takeTurn(all, deployed, { threadId, messages: given, thirdTry })
    },
    state: async () => {
      const { state } = await ports.threads.readNewest(threadId, 1)
      if (!state) throw new Error('nobody wrote on this thread')
      return state
    },
    said: async () => (await ports.threads.readMessages(threadId)).map(({ author, text }) => `${author.kind}: ${text}`),
  }
}
