import type { ConversationRecord } from '../thread/thread-state.ts'
import type { StoredConversation } from './turns-of.ts'

/** A conversation with what became of it; no record while it is open. */
export interface LoggedConversation extends StoredConversation {
  readonly record?: ConversationRecord
}

/** All conversations, whoever ended them, for whatever reads a period. */
export interface ConversationLog {
  /**
   * Those that were open at some time in [from, to), epoch milliseconds: first those that ended, by their end, then those
   * that are open. Eventually consistent. Any number of them, a few at a time.
   */
  read(from: number, to: number): AsyncIterable<LoggedConversation>
}
