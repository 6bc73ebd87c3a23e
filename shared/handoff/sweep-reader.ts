import type { Message } from '../thread/message.ts'
import type { ThreadState } from '../thread/thread-state.ts'

export interface Undelivered {
  readonly state: ThreadState
  readonly message: Message
}

/** What the sweep looks for. The lists are eventually consistent; each record is then read as it is. */
export interface SweepReader {
  /** Outgoing messages still pending that were written before a time, oldest first. */
  undelivered(before: number, limit: number): Promise<readonly Undelivered[]>
  /** Threads whose timer has run out, longest first. */
  dueTimers(now: number, limit: number): Promise<readonly ThreadState[]>
}

/** Marks that a pending message was handed over again; false when another sweep did, or it is not pending any more. */
export interface ResendMarks {
  mark(message: Message, now: number): Promise<boolean>
}
