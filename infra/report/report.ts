import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { loadConfig } from '#infra/load-config.ts'
import { Collector } from '#shared/report/collect.ts'
import { fullReport, logStart } from '#shared/report/full-report.ts'
import { reportPage } from '#shared/report/page/page.ts'
import { reportCsv } from '#shared/report/report-csv.ts'
import { reportLines } from '#shared/report/report-mail.ts'
import { runCommand } from '../deploy/command/run-command.ts'
import { logFiles, readLogFiles } from './log-files.ts'
import { type ReportRequest, readRequest } from './read-request.ts'

const usage = `npm run report -- --log PATH (--week 2026-W47 | --from 2026-08-24 --to 2026-11-23) [--out FOLDER] [--config FILE]

Writes the weekly report of an exported log: a page, a table and JSON.

  --log PATH     a file or a folder of NDJSON, gzip or plain, as npm run what-if -- --save FILE writes it
  --week WEEK    which week of ISO 8601, beside the one before; or
  --from, --to   days in UTC, from the first to the one after the last, beside as many before them
  --out FOLDER   where the files go. Default: report
  --config FILE  the company's configuration. Default: baton.config.ts`

const writeFiles = async ({ log, span, out, config: path }: ReportRequest): Promise<void> => {
  const started = performance.now()
  const { config } = await loadConfig(resolve(path))
  const logFrom = logStart(span.week, span.before)
  const collector = new Collector(span.before.from)
  let lines = 0
  for await (const line of readLogFiles(logFiles(log))) {
    lines += 1
    if (line.kind === 'turn') collector.turn(line.record)
    if (line.kind === 'handoff') collector.handoff(line.record)
  }
  const report = fullReport({ ...span, config, collected: collector.collected(), logFrom })
  const base = join(out, report.week)
  const page = reportPage(report, config.company.name)
  await mkdir(out, { recursive: true })
  await Promise.all([
    writeFile(`${base}.html`, page),
    writeFile(`${base}.json`, JSON.stringify(report, undefined, 1)),
    writeFile(`${base}.csv`, reportCsv(report)),
  ])
  console.log(
    [...reportLines(report, config.company.name), `The page: ${base}.html, beside .csv and .json.`].join('\n'),
  )
  const megabytes = Math.round(process.memoryUsage().rss / 1_048_576)
  const seconds = ((performance.now() - started) / 1_000).toFixed(1)
  console.log(`\n${lines} lines in ${seconds} s, ${megabytes} MB; the page is ${Math.round(page.length / 1_024)} KB.`)
}

await runCommand(async (words) => {
  const request = readRequest(words)
  if (request === undefined || request === 'help') {
    console.log(request ? usage : `--log is missing\n\n${usage}`)
    return request ? 0 : 2
  }
  await writeFiles(request)
  return 0
})
