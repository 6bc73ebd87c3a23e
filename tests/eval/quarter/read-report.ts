import { resolve } from 'node:path'
import { loadConfig } from '#infra/load-config.ts'
import { logFiles, readLogFiles } from '#infra/report/log-files.ts'
import { type Asked, spanOf } from '#infra/report/span.ts'
import { Collector } from '#shared/report/collect.ts'
import { type FullReport, fullReport, logStart } from '#shared/report/full-report.ts'

const company = resolve('infra/quarter/company.config.ts')

/** What `npm run report` says of the folder's log. */
export const readReport = async (folder: string, asked: Asked): Promise<FullReport> => {
  const span = spanOf(asked)
  if (!span) throw new RangeError('--week, or --from and --to, name no span')
  const { config } = await loadConfig(company)
  const collector = new Collector(span.before.from)
  for await (const { kind, record } of readLogFiles(logFiles(folder))) {
    if (kind === 'turn') collector.turn(record)
    if (kind === 'handoff') collector.handoff(record)
  }
  const logFrom = logStart(span.week, span.before)
  return fullReport({ ...span, config, collected: collector.collected(), logFrom })
}
