import type { ThreadState } from '../thread/thread-state.ts'

/** Where a conversation is, for whoever reads a period of them. */
export type ConversationPlace = Pick<ThreadState, 'threadId' | 'conversationId' | 'startedAt'>

/**
 * Those that the assistant dealt with alone, of which no handoff tells. Listed before they are closed, many in one record:
 * one that is not closed after all is listed once more.
 */
export interface EndedConversations {
  list(conversations: readonly ConversationPlace[], now: number): Promise<void>
}
