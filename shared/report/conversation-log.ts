import type { ConversationRecord } from '../thread/thread-state.ts'
import type { StoredConversation } from './turns-of.ts'

/** A conversation with what became of it; no record while it is open. */
export interface LoggedConversation extends StoredConversation {
  readonly record?: ConversationRecord
}

/** All conversations, whoever ended them, for whatever reads a period. */
export interface ConversationLog {
  /**
   * Those that were open at some time in [from, to), epoch milliseconds, each once: roughly by their end, those that are open
   * last. A handoff from before `from` whose conversation has no timer is not found. Eventually consistent.
   */
  read(from: number, to: number): AsyncIterable<LoggedConversation>
}
