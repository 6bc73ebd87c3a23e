import type { Happened, Violation } from './happened.ts'
import type { Truth } from './truth.ts'

/** Counters, receipts and last times of each thread are those of its messages; each conversation that ended has its record. */
export const checkConversations = (
  { states, messages, conversations, handoffs }: Truth,
  { toleranceMs }: Pick<Happened, 'toleranceMs'>,
): readonly Violation[] => {
  const found: Violation[] = []
  const ended = Map.groupBy(conversations, ({ threadId }) => threadId)
  const opened = Map.groupBy(handoffs, ({ threadId }) => threadId)
  for (const state of states) {
    const { threadId, status, conversation, conversationId } = state
    const all = messages.get(threadId) ?? []
    const counted = Map.groupBy(all, (message) => message.conversationId)
    const wrong = (what: string) => found.push({ promise: 'bookkeeping', what: `${threadId}: ${what}` })
    const own = counted.get(conversationId)?.length ?? 0
    if (state.messages !== own) wrong(`counts ${state.messages} messages of ${own}`)
    if (state.lastMessageAt !== all.at(-1)?.at) wrong('its last message is another')
    if (state.handoffs !== (opened.get(threadId)?.length ?? 0)) wrong(`counts ${state.handoffs} handoffs`)
    const first = counted.get(conversationId)?.[0]?.at ?? 0
    // A message stands behind the one before it, whose clock was perhaps ahead.
    if (state.startedAt > first || first - state.startedAt > 2 * toleranceMs)
      wrong(`began at ${state.startedAt}, not ${first}`)
    const records = new Map((ended.get(threadId) ?? []).map((record) => [record.id, record]))
    if (records.size !== conversation - Number(status !== 'closed'))
      wrong(`${records.size} records of ${conversation} conversations, the last ${status}`)
    for (const [id, record] of records)
      if (record.messages !== (counted.get(id)?.length ?? 0)) wrong(`the record of ${id} counts ${record.messages}`)
  }
  for (const threadId of messages.keys())
    if (!states.some((state) => state.threadId === threadId))
      found.push({ promise: 'stuck', what: `${threadId} has messages and no state` })
  return found
}
