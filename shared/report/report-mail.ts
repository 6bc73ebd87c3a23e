import type { FullReport } from './full-report.ts'
import { band, duration, whole, work } from './wording.ts'

export interface ReportMail {
  /** At most 100 ASCII characters, as SNS takes them. */
  readonly subject: string
  readonly text: string
}

const reply = (seconds: number | undefined): string => (seconds === undefined ? 'unknown' : duration(seconds))

const holeLine = ({ staffing: { holes } }: FullReport): string => {
  const [first] = holes
  if (!first) return 'No hour stands out as short of people.'
  const when = band(first.weekday, first.fromHour, first.toHour)
  return `Short of people: ${holes.length} place${holes.length === 1 ? '' : 's'}, first ${first.team}, ${when} (${duration(first.medianSeconds)} instead of ${duration(first.usualSeconds)}).`
}

/** Only what there is something to say of. */
const moreLines = ({ shadow = [], turnsLeftOut }: FullReport): readonly string[] => [
  ...shadow
    .filter(({ now }) => now.fired > 0)
    .map(
      ({ trigger, now: { added, earlier, same } }) =>
        `In shadow, ${trigger}: new handoffs ${whole(added)}, earlier ${whole(earlier)}, the same ${whole(same)}.`,
    ),
  ...(turnsLeftOut
    ? [
        `NOT COUNTED: the assistant's turns were too many to be read in time (stopped after ${whole(turnsLeftOut.conversationsRead)} conversations); the page says what is left out.`,
      ]
    : []),
]

/** Nine plain lines, more for triggers in shadow: figures and names of the company's own, no customer's words. */
export const reportLines = (report: FullReport, company: string): readonly string[] => {
  const {
    week,
    figures,
    before,
    waits,
    clusters,
    changes,
    work: { now },
  } = report
  const gaps = clusters.causes.filter(({ verdict }) => verdict === 'content-gap').length
  return [
    `${company}: where automation ended in ${week}.`,
    `Handoffs: ${whole(figures.handoffs)} (${before.week}: ${whole(before.figures.handoffs)}), ${whole(figures.kinds.failure ?? 0)} of them failures.`,
    `Causes found: ${gaps} content gaps, ${clusters.causes.length - gaps} missing integrations.`,
    holeLine(report),
    `Median wait for a person: ${reply(waits.now.overall.toReply.medianSeconds)} (${before.week}: ${reply(waits.before.overall.toReply.medianSeconds)}).`,
    report.longerAfterThanBefore
      ? 'ALARM: customers wait longer after the handoff than before it (those who still wait count as well).'
      : 'Customers wait no longer after the handoff than before it.',
    `Work moved to people: ${work(now.movedSeconds)}${now.removedSeconds === undefined ? '' : `; removed, about: ${work(now.removedSeconds)}`}.`,
    `Changed by more than chance: ${changes.length} figures.`,
    `Still open: ${whole(figures.open)}. Repeated: ${whole(report.around.now.sameTopic)} customers on the same topic within seven days.`,
    ...moreLines(report),
  ]
}

/** With where the page lies; no customer's words go by mail. */
export const reportMail = (report: FullReport, company: string, place: string): ReportMail => {
  const { week } = report
  const lines = [
    ...reportLines(report, company),
    `The page: ${place} (to be opened by whoever may read the bucket), or GET /reports/weekly?week=${week} with Accept: text/html.`,
  ]
  const subject = `${company.replace(/[^\x20-\x7e]/g, '?').slice(0, 60)}: handoffs in ${week}`
  return { subject, text: `${lines.join('\n')}\n` }
}
