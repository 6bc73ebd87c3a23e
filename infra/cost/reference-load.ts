import type { LoadRecord } from './load/play-load.ts'
import { plus, times, type Usage } from './load/usage.ts'

/** A conversation has six messages of the customer's; one in four is handed off, at the fourth. */
export const referenceLoad = {
  messages: 6,
  handedOffShare: 0.25,
  /** Busiest hour's share of a day's conversations, and days of a month. */
  busiestHourShare: 0.1,
  daysPerMonth: 30,
  /** Arrivals bunch: the busiest second of that hour against its average. */
  busiestSecondFactor: 2,
  /** Of all handoffs, those of the busiest team. */
  busiestTeamShare: 0.5,
} as const

/** One average conversation of the reference load, from its first message to its end. */
export const averageConversation = ({ answered, closedBySilence, handedOff }: LoadRecord): Usage => {
  const { handedOffShare } = referenceLoad
  return plus(times(plus(answered, closedBySilence), 1 - handedOffShare), times(handedOff, handedOffShare))
}

/** Conversations that begin in the busiest second of a month with so many. */
export const peakPerSecond = (conversationsPerMonth: number): number => {
  const { daysPerMonth, busiestHourShare, busiestSecondFactor } = referenceLoad
  return ((conversationsPerMonth / daysPerMonth) * busiestHourShare * busiestSecondFactor) / 3_600
}
