import { UnknownConversationError } from '#shared/handoff/errors.ts'
import type { Handoff } from '#shared/handoff/handoff.ts'
import type { HandoffReader } from '#shared/handoff/handoff-reader.ts'
import { type Agent, serves } from '#shared/line/agent.ts'
import { parseConversationId } from '#shared/thread/ids.ts'
import type { Message } from '#shared/thread/message.ts'
import type { ThreadReader } from '#shared/thread/thread-reader.ts'
import type { ConversationRecord, ThreadState } from '#shared/thread/thread-state.ts'

export interface WholeThread {
  /** The conversation that was asked for, of the thread's. */
  readonly n: number
  readonly state: ThreadState
  readonly messages: readonly Message[]
  /** Only messages of the last while were asked for. */
  readonly partly: boolean
  readonly handoffs: readonly Handoff[]
  /** Of the conversations that are over. */
  readonly closed: readonly ConversationRecord[]
}

const mayRead = (agent: Agent, handoffs: readonly Handoff[]): boolean =>
  agent.supervisor ||
  agent.admin ||
  handoffs.some(({ team, earlierTeams = [] }) => [team, ...earlierTeams].some((one) => serves(agent, one)))

/** @throws UnknownConversationError, also where there is one that is none of the agent's business */
export const readThread = async (
  { threads, handoffs }: { readonly threads: ThreadReader; readonly handoffs: HandoffReader },
  agent: Agent,
  conversationId: string,
  /** Epoch milliseconds. @default all of it */
  from?: number,
): Promise<WholeThread> => {
  const { threadId, n } = parseConversationId(conversationId) ?? {}
  if (threadId === undefined || n === undefined) throw new UnknownConversationError(conversationId)
  const [{ state }, messages, passedOn, closed] = await Promise.all([
    threads.readNewest(threadId, 0),
    threads.readMessages(threadId, from),
    handoffs.ofThread(threadId),
    threads.readConversations(threadId),
  ])
  if (!state || n < 1 || n > state.conversation || !mayRead(agent, passedOn))
    throw new UnknownConversationError(conversationId)
  return { n, state, messages, partly: from !== undefined, handoffs: passedOn, closed }
}
