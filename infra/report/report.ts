import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { loadConfig } from '#infra/load-config.ts'
import { Collector } from '#shared/report/collect.ts'
import { fullReport, logStart } from '#shared/report/full-report.ts'
import { reportPage } from '#shared/report/page/page.ts'
import { reportCsv } from '#shared/report/report-csv.ts'
import { reportMail } from '#shared/report/report-mail.ts'
import { logFiles, readLogFiles } from './log-files.ts'
import { spanOf } from './span.ts'

const usage =
  'npm run report -- --log FOLDER (--week 2026-W47 | --from 2026-08-24 --to 2026-11-23) [--out FOLDER] [--config FILE]'

const { values } = parseArgs({
  options: {
    log: { type: 'string' },
    week: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    out: { type: 'string', default: 'report' },
    config: { type: 'string', default: 'baton.config.ts' },
  },
})
const span = spanOf(values)
if (values.log === undefined || !span) {
  console.error(usage)
  process.exit(2)
}

const started = performance.now()
const { config } = await loadConfig(resolve(values.config))
const logFrom = logStart(span.week, span.before)
const collector = new Collector(span.before.from)
let lines = 0
for await (const line of readLogFiles(logFiles(values.log))) {
  lines += 1
  if (line.kind === 'turn') collector.turn(line.record)
  if (line.kind === 'handoff') collector.handoff(line.record)
}
const report = fullReport({ ...span, config, collected: collector.collected(), logFrom })
const base = join(values.out, report.week)
const page = reportPage(report, config.company.name)
await mkdir(values.out, { recursive: true })
await Promise.all([
  writeFile(`${base}.html`, page),
  writeFile(`${base}.json`, JSON.stringify(report, undefined, 1)),
  writeFile(`${base}.csv`, reportCsv(report)),
])
console.log(reportMail(report, config.company.name, `${base}.html`).text)
const megabytes = Math.round(process.memoryUsage().rss / 1_048_576)
const seconds = ((performance.now() - started) / 1_000).toFixed(1)
console.log(`${lines} lines in ${seconds} s, ${megabytes} MB; the page is ${Math.round(page.length / 1_024)} KB.`)
