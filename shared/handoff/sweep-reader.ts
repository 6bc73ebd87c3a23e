import type { Message } from '../thread/message.ts'
import type { ThreadState } from '../thread/thread-state.ts'

export interface Undelivered {
  readonly state: ThreadState
  readonly message: Message
}

/** What the sweep looks for. The lists are eventually consistent; each record is then read as it is. */
export interface SweepReader {
  /** Outgoing messages still pending that were written, or by their last mark are listed, before a time; oldest first. */
  undelivered(before: number, limit: number): Promise<readonly Undelivered[]>
  /** Threads whose timer has run out, longest first, a page at a time; `after` is the last page's `next`. */
  dueTimers(now: number, limit: number, after?: string): Promise<DueTimers>
}

export interface DueTimers {
  readonly due: readonly ThreadState[]
  /** Opaque; absent on the last page. */
  readonly next?: string
}

/** Marks that a pending message was handed over again; false when another sweep did, or it is not pending any more. */
export interface ResendMarks {
  /** From here on it is listed as if written at `listedAt`, so that what may wait keeps nobody else from being found. */
  mark(message: Message, now: number, listedAt: number): Promise<boolean>
}
