import type { FullReport } from './full-report.ts'

const iso = (ms: number): string => new Date(ms).toISOString()

/** The report as the API shows it: times in ISO 8601 UTC. */
export const reportJson = ({ from, to, staffing, ...report }: FullReport) => ({
  ...report,
  from: iso(from),
  to: iso(to),
  staffing: { from: iso(staffing.from), holes: staffing.holes },
})
