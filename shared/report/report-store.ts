import type { ReportBus } from './report-event.ts'
import type { Week } from './week.ts'
import type { WeeklyReport } from './weekly.ts'

/** Keeps each week's report as it was when the week had ended; writing it again replaces it. */
export interface ReportStore {
  write(week: Week, report: WeeklyReport, writtenAt: number): Promise<void>
}

/** What one report is written as, by the ending of its file. */
export const reportForms = {
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8; header=present',
} as const
export type ReportForm = keyof typeof reportForms

/** Where a report lies: `reports/2026-W47.html`. */
export const reportPath = (week: string, form: ReportForm): string => `reports/${week}.${form}`

/** The reports as they were written: pages, tables and figures. */
export interface ReportFiles {
  /** Idempotent: the last one stays. */
  write(week: string, form: ReportForm, text: string): Promise<void>
  /** Nothing where none was written. */
  read(week: string, form: ReportForm): Promise<string | undefined>
  /** Deletes each report that quotes one of these threads, in all its forms; how many that were. Idempotent. */
  forget(threadIds: readonly string[]): Promise<number>
}

/** Who is told that a report is there. May be told twice of one. */
export interface ReportNews {
  tell(news: { readonly subject: string; readonly text: string }): Promise<void>
}

/** Where a report goes beside the table; absent in a stack that only keeps figures. */
export interface Delivery {
  readonly bucket: string
  readonly files: ReportFiles
  readonly bus: ReportBus
  readonly news: ReportNews
}
