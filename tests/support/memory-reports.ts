import { type ReportFiles, type ReportForm, reportForms, reportPath } from '#shared/report/report-store.ts'

const forms = Object.keys(reportForms) as readonly ReportForm[]

/** Reports by their paths, as they were written. */
export const memoryReports = (pages = new Map<string, string>()): ReportFiles => ({
  write: async (week, form, text) => void pages.set(reportPath(week, form), text),
  read: async (week, form) => pages.get(reportPath(week, form)),
  forget: async (threadIds) => {
    let forgotten = 0
    for (const [path, text] of [...pages]) {
      const week = /^reports\/(.+)\.json$/.exec(path)?.[1]
      if (week === undefined || !threadIds.some((id) => text.includes(id))) continue
      for (const form of forms) pages.delete(reportPath(week, form))
      forgotten += 1
    }
    return forgotten
  },
})
