import { spendingMs } from '../customer/spending.ts'

/** Enough that a flood of strangers does not push a noisy one out within the hour; a few megabytes at most. */
const mostSenders = 10_000

export interface Meeting {
  readonly senderId: string
  readonly threadId: string
  /** Calls of this thread within its hour, this turn's included. */
  readonly calls: number
  /** Whether the sender's record counts them, too. */
  readonly counted: boolean
  readonly now: number
}

/** The thread that each sender was last met on, as far as this execution environment knows. */
export interface MetSenders {
  /**
   * Remembers the meeting. When the sender was last met on another thread, answers the calls of that one that the
   * sender's record may not count: from here on it has to.
   */
  meet(meeting: Meeting): number | undefined
}

/**
 * Nearly everybody writes on one thread, whose own record counts for them. To count across threads is a write of its
 * own, so it begins with whoever is met on a second one: nobody else pays for it.
 */
export const metSenders = (): MetSenders => {
  const met = new Map<string, Omit<Meeting, 'senderId'>>()
  return {
    meet: ({ senderId, ...meeting }) => {
      const last = met.get(senderId)
      met.delete(senderId)
      const isOther = last && last.threadId !== meeting.threadId && meeting.now < last.now + spendingMs
      met.set(senderId, { ...meeting, counted: meeting.counted || isOther === true })
      const [oldest] = met.keys()
      if (met.size > mostSenders && oldest !== undefined) met.delete(oldest)
      if (!isOther) return undefined
      return last.counted ? 0 : last.calls
    },
  }
}
