import type { HandoffReader } from '../handoff/handoff-reader.ts'
import { readWholeLog } from './read-log.ts'
import { type Week, weekBefore } from './week.ts'
import { type WeeklyReport, weeklyReport } from './weekly.ts'

/** Reads two weeks of the log and says what they hold. Eventually consistent, as the log is. */
export const reportWeek = async (
  handoffs: Pick<HandoffReader, 'log'>,
  week: Week,
  asked: number,
): Promise<WeeklyReport> => {
  const earlier = weekBefore(week)
  const [now, then] = await Promise.all([
    readWholeLog(handoffs, week.from, week.to),
    readWholeLog(handoffs, earlier.from, earlier.to),
  ])
  return weeklyReport({
    week,
    handoffs: now,
    before: { week: earlier, handoffs: then },
    until: Math.min(week.to, asked),
  })
}
