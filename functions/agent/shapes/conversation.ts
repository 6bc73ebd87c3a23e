import * as z from 'zod/mini'
import type { BatonConfig } from '#shared/config/config.ts'
import { customerNow } from '#shared/handoff/customer-now.ts'
import { conversationIdOf } from '#shared/thread/thread-state.ts'
import { transcriptOf } from '#shared/thread/transcript.ts'
import type { WholeThread } from '../read-thread.ts'
import { timeOf, timeSchema } from './fields.ts'
import { handoffSchema, handoffView } from './handoff.ts'
import { messageSchema, messageViews } from './message.ts'

export const conversationSchema = z.object({
  id: z.string(),
  threadId: z.string(),
  /** Of this conversation: who has the word. */
  status: z.enum(['assistant', 'waiting', 'claimed', 'closed']),
  startedAt: timeSchema,
  closedAt: z.optional(timeSchema),
  outcome: z.optional(z.string()),
  channel: z.string(),
  language: z.optional(z.string()),
  customerId: z.optional(z.string()),
  /** Of the whole thread, or from a time on, oldest first; each names its conversation. */
  messages: z.array(messageSchema),
  /** Of the whole thread, oldest first. */
  handoffs: z.array(handoffSchema),
  /** The thread's earlier conversations, oldest first. */
  previous: z.array(z.string()),
})
export type ConversationView = z.infer<typeof conversationSchema>

export const conversationView = (
  { n, state, messages, partly, handoffs, closed }: WholeThread,
  config: BatonConfig,
): ConversationView => {
  const { threadId, language, customerId } = state
  const id = conversationIdOf(threadId, n)
  const over = closed.find((record) => record.id === id)
  const isLast = n === state.conversation
  const firstMessage = messages.find(({ conversationId }) => conversationId === id)
  return {
    id,
    threadId,
    status: isLast ? state.status : 'closed',
    // A record that has expired leaves its messages' time.
    startedAt: timeOf(isLast ? state.startedAt : (over?.startedAt ?? firstMessage?.at ?? state.startedAt)),
    ...(over && { closedAt: timeOf(over.closedAt), outcome: over.outcome }),
    channel: state.address.channel,
    ...(language !== undefined && { language }),
    ...(customerId !== undefined && { customerId }),
    messages: messageViews(messages),
    handoffs: handoffs.map((handoff) => {
      if (partly) return handoffView(handoff)
      const own = transcriptOf(messages, handoff.conversationId)
      return handoffView(handoff, { messages: own, stored: own.length, customer: customerNow(handoff, state, config) })
    }),
    previous: Array.from({ length: n - 1 }, (_, index) => conversationIdOf(threadId, index + 1)),
  }
}
