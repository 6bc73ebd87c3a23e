import type { BatonConfig } from '../config/config.ts'
import type { HandoffReader } from '../handoff/handoff-reader.ts'
import { Collector } from './collect.ts'
import { collectTurns } from './collect-turns.ts'
import type { ConversationLog } from './conversation-log.ts'
import type { ShadowConfig } from './figures/shadow.ts'
import { type FullReport, fullReport, logStart } from './full-report.ts'
import { reportPage } from './page/page.ts'
import { eachLogged } from './read-log.ts'
import { reportCsv } from './report-csv.ts'
import type { ReportEvent } from './report-event.ts'
import { reportJson } from './report-json.ts'
import { reportMail } from './report-mail.ts'
import { type Delivery, type ReportStore, reportPath } from './report-store.ts'
import { type Week, weekBefore } from './week.ts'

export interface ReportPorts {
  readonly handoffs: Pick<HandoffReader, 'log'>
  readonly reports: ReportStore
  /** Opened once there is something to deliver. */
  readonly delivery?: (() => Promise<Delivery>) | undefined
  readonly conversations: ConversationLog
  readonly config: Pick<BatonConfig, 'company'> & ShadowConfig
  readonly now: number
  /** Whether there is no more time to read in; what is left of it is for the figures and the writing. */
  readonly isOver: () => boolean
}

const eventOf = (report: FullReport, bucket: string, now: number): ReportEvent => {
  const gaps = report.clusters.causes.filter(({ verdict }) => verdict === 'content-gap').length
  const key = (form: 'html' | 'json' | 'csv') => reportPath(report.week, form)
  return {
    version: 1,
    id: `report.${report.week}`,
    type: 'report.written',
    at: new Date(now).toISOString(),
    week: report.week,
    bucket,
    keys: { html: key('html'), json: key('json'), csv: key('csv') },
    handoffs: report.figures.handoffs,
    contentGaps: gaps,
    missingIntegrations: report.clusters.causes.length - gaps,
    staffingHoles: report.staffing.holes.length,
    turnsRead: report.turnsLeftOut === undefined,
    longerAfterThanBefore: report.longerAfterThanBefore,
  }
}

/** What the table keeps: the figures alone, which always have room in one item. */
const figuresAlone = ({ week, from, to, figures, before, longerAfterThanBefore }: FullReport) => ({
  week,
  from,
  to,
  figures,
  before,
  longerAfterThanBefore,
})

/** Whoever is told finds the report there: it is written before anybody hears of it. */
const deliver = async (report: FullReport, { bucket, files, bus, news }: Delivery, { config, now }: ReportPorts) => {
  const { week } = report
  const { name } = config.company
  await files.write(week, 'json', JSON.stringify(reportJson(report)))
  await files.write(week, 'csv', reportCsv(report))
  await files.write(week, 'html', reportPage(report, name))
  await bus.put(eventOf(report, bucket, now))
  await news.tell(reportMail(report, name, `s3://${bucket}/${reportPath(week, 'html')}`))
}

/** Reads the log and the conversations behind it once, keeps what they say of the week, and tells whoever wants to know. */
export const writeReport = async (ports: ReportPorts, week: Week): Promise<FullReport> => {
  const before = weekBefore(week)
  const logFrom = logStart(week, before)
  const collector = new Collector(before.from)
  for await (const handoff of eachLogged(ports.handoffs, logFrom, week.to)) collector.handoff(handoff)
  await collectTurns(collector, ports.conversations.read(before.from, week.to), ports.isOver)
  const report = fullReport({ week, before, config: ports.config, collected: collector.collected(), logFrom })
  await ports.reports.write(week, figuresAlone(report), ports.now)
  if (ports.delivery) await deliver(report, await ports.delivery(), ports)
  return report
}
