import { withCalls } from '../customer/spending.ts'
import type { Change } from '../handoff/change.ts'
import type { Estimates } from '../handoff/estimates/estimate-store.ts'
import type { Handoff } from '../handoff/handoff.ts'
import type { Route } from '../routing/route.ts'
import type { Message } from '../thread/message.ts'
import type { HandoffFacts } from './new-handoff.ts'
import { notedPeople } from './noted-people.ts'
import type { OpenTurn } from './turn.ts'

export interface Planned {
  readonly changes: readonly Change[]
  /** What the customer will read, when the turn says something. */
  readonly outgoing?: Message
  readonly handoff?: Handoff
  readonly routed?: Route
}

export interface PlanFacts extends HandoffFacts {
  /** Of the outgoing message, if there is one. */
  readonly messageId: string
  /** What the sweep last saw of the waits; absent where nobody is told. */
  readonly estimates?: Estimates | undefined
}

/** The customer's messages, with the marks that make a repeated delivery a repeated one. */
export const received = (turn: OpenTurn): readonly Change[] => {
  const {
    added,
    marks,
    thread: { threadId },
  } = turn
  return [
    ...notedPeople(turn),
    ...added.map((message): Change => ({ kind: 'message-added', message })),
    ...marks.map(
      ({ stored, ...mark }): Change => ({ kind: stored ? 'delivery-marked' : 'delivery-seen', threadId, ...mark }),
    ),
  ]
}

/** The turn's own messages go out one after the other; only behind an agent's is there anything to wait for. */
export const outgoingOf = ({ turn, messageId }: PlanFacts, author: Message['author'], text: string): Message => {
  const { thread, now } = turn
  const { lastOutgoing } = thread
  return {
    threadId: thread.threadId,
    id: messageId,
    conversationId: thread.conversationId,
    at: Math.max(now, thread.lastMessageAt + 1),
    author,
    text,
    delivery: 'pending',
    ...(lastOutgoing && lastOutgoing.by !== 'turn' && { after: { id: lastOutgoing.id, at: lastOutgoing.at } }),
  }
}

/** The inbound message is deleted only when the outgoing one is handed over, so a crash in between brings the turn back. */
export const said = (message: Message): Change => ({ kind: 'message-added', message, unlisted: true })

export const spoken = (message: Message) => ({
  lastMessageAt: message.at,
  lastOutgoing: { id: message.id, at: message.at, by: 'turn' as const },
})

export const counted = ({ thread, now }: OpenTurn, calls: number | undefined) =>
  calls
    ? {
        modelCalls: withCalls(thread.modelCalls, calls, now),
        dayCalls: withCalls(thread.dayCalls, calls, now, 'day'),
      }
    : {}
