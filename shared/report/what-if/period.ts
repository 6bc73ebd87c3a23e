import { backWithinMs } from './confusion.ts'
import type { WhatIfPeriod } from './replay-log.ts'

/** Turns of [from, to), and how much longer the table has to be read to see who came back. */
export const watchedPeriod = (from: number, to: number, now: number): { period: WhatIfPeriod; readTo: number } => {
  const readTo = Math.min(to + backWithinMs, now)
  return { period: { from, to, seenUntil: readTo }, readTo }
}
