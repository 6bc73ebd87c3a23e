import type { Week } from './week.ts'
import type { WeeklyReport } from './weekly.ts'

/** Keeps each week's report as it was when the week had ended; writing it again replaces it. */
export interface ReportStore {
  write(week: Week, report: WeeklyReport, writtenAt: number): Promise<void>
}
