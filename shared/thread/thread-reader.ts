import type { Message } from './message.ts'
import type { ConversationRecord, ThreadState } from './thread-state.ts'

export interface ThreadSnapshot {
  /** Absent: nobody has written on this thread yet. */
  readonly state?: ThreadState
  /** Oldest first; the newest ones of the thread, at most as many as asked for. */
  readonly messages: readonly Message[]
  /** Older ones may be there too: one page holds so many messages, or so many bytes. */
  readonly more?: true
}

/** Strongly consistent reads of one thread. */
export interface ThreadReader {
  /** One call: the state and the newest messages; of very long ones fewer than asked for. */
  readNewest(threadId: string, limit: number): Promise<ThreadSnapshot>
  /** All messages from a time on, oldest first, notes included, however many calls that takes. */
  readMessages(threadId: string, from?: number): Promise<readonly Message[]>
  readMessage(threadId: string, at: number, id: string): Promise<Message | undefined>
  readConversations(threadId: string): Promise<readonly ConversationRecord[]>
}
