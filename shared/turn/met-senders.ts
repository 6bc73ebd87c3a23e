import { periodMs } from '../customer/spending.ts'

/** Enough that a flood of strangers does not soon push a noisy one out; a few megabytes at most. */
const mostSenders = 10_000

export interface Meeting {
  readonly senderId: string
  readonly threadId: string
  /** Calls of this thread within its hour and its day, this turn's included. */
  readonly hour: number
  readonly day: number
  /** Whether the sender's record counts them, too. */
  readonly counted: boolean
  readonly now: number
}

export type CallsElsewhere = Pick<Meeting, 'hour' | 'day'>

/** The thread that each sender was last met on, as far as this execution environment knows. */
export interface MetSenders {
  /**
   * Remembers the meeting. When the sender was last met on another thread, answers the calls of that one that the
   * sender's records may not count: from here on they have to.
   */
  meet(meeting: Meeting): CallsElsewhere | undefined
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
      const isOther = last && last.threadId !== meeting.threadId && meeting.now < last.now + periodMs('day')
      met.set(senderId, { ...meeting, counted: meeting.counted || isOther === true })
      const [oldest] = met.keys()
      if (met.size > mostSenders && oldest !== undefined) met.delete(oldest)
      if (!isOther) return undefined
      if (last.counted) return { hour: 0, day: 0 }
      return { hour: meeting.now < last.now + periodMs('hour') ? last.hour : 0, day: last.day }
    },
  }
}
