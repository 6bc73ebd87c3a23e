import { expect, test } from 'vitest'
import { Collector } from '#shared/report/collect.ts'
import { fullReport, logStart } from '#shared/report/full-report.ts'
import { reportPage } from '#shared/report/page/page.ts'
import { reportCsv } from '#shared/report/report-csv.ts'
import { parseWeek, weekBefore } from '#shared/report/week.ts'
import { type SampleLog, sampleLog } from '#tests/support/sample-log.ts'
import { testConfig } from '#tests/support/test-config.ts'

const week = parseWeek('2026-W47') ?? { id: '', from: 0, to: 0 }
const before = weekBefore(week)
const logFrom = logStart(week, before)
const sample = sampleLog(7, { from: logFrom, weeks: 8, perDay: 60, hole: 8 })

const reportOf = ({ handoffs, turns }: SampleLog) => {
  const collector = new Collector(before.from)
  for (const handoff of handoffs) collector.handoff(handoff)
  for (const turn of turns) collector.turn(turn)
  return fullReport({ week, before, config: { ...testConfig(), teams: {} }, collected: collector.collected(), logFrom })
}

/** The same log, with other words in every customer's mouth. */
const saying = (text: string): SampleLog => ({
  ...sample,
  turns: sample.turns.map((turn) => ({ ...turn, messages: turn.messages.map((one) => `${one} ${text}`) })),
})

test('the page is one file: no script, nothing fetched, of a size that can be mailed', () => {
  const page = reportPage(reportOf(sample), 'Lumen & Oak')

  expect(page).not.toMatch(/<script|\ssrc=|\shref=|url\(|@import|<link|<iframe|\son\w+=/i)
  expect(Buffer.byteLength(page)).toBeLessThan(102_400)
  expect(page).toContain('Lumen &amp; Oak')
})

/** What Gmail shows of a mail before it cuts it off, and so much of a style sheet it keeps. */
const mailed = { page: 102_400, style: 8_192 } as const

test('as a mail it is not cut off, and its charts are no drawings, which mail programs take away', () => {
  const teams = ['care', 'billing', 'retention', 'trade', 'wellbeing', 'night', 'returns']
  const wide = sample.handoffs.map((one, at) => ({
    ...one,
    team: teams[at % teams.length] ?? 'care',
    openedAt: week.from + (at % 168) * 3_600_000,
    trigger: `trigger-${at % 14}`,
    topic: `topic-${at % 14}`,
  }))
  const page = reportPage(reportOf({ ...sample, handoffs: wide }), 'A')
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? []

  expect(page.match(/class="week"/g)).toHaveLength(6)
  expect(Buffer.byteLength(page)).toBeLessThan(mailed.page)
  expect(Buffer.byteLength(style)).toBeLessThan(mailed.style)
  expect(page).not.toMatch(/<svg|<canvas|<img/)
})

test('an hour without people is framed on its team’s map, and on no other', () => {
  const report = reportOf(sample)
  const maps = reportPage(report, 'A').match(/<table class="week".*?<\/table>/gs) ?? []
  const framed = maps.map((map) => [/aria-label="Team (\w+)/.exec(map)?.[1], map.match(/ hole"/g)?.length ?? 0])

  expect(framed).toContainEqual(['billing', 2])
  expect(framed).toContainEqual(['care', 0])
})

test('customers’ words stay words', () => {
  const page = reportPage(reportOf(saying('<img src=x onerror=alert(1)> </style>"\' &amp;')), 'A')

  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; &lt;/style&gt;&quot;&#39; &amp;amp;')
  expect(page).not.toContain('<img')
  expect(page.match(/<\/style>/g)).toHaveLength(1)
})

test('words that turn the direction of writing turn nothing but themselves', () => {
  const page = reportPage(reportOf(saying('\u202eevil\u2066')), 'A')

  expect(page).toContain('evil')
  expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  expect(page).toMatch(/<li><bdi dir="auto">[^<]*evil/)
})

test('names of the company’s own are escaped as well', () => {
  const named = { ...sample, handoffs: sample.handoffs.map((one) => ({ ...one, team: '<b>care</b>', rule: '"<i>' })) }

  expect(reportPage(reportOf(named), '<u>')).not.toMatch(/<b>care|<i>|<u>/)
})

test('a week in which nothing happened has a page as well', () => {
  const page = reportPage(reportOf({ handoffs: [], turns: [] }), 'A')

  expect(page).toContain('No cause stands out')
  expect(page).not.toMatch(/NaN|undefined|Infinity/)
  expect(page).not.toMatch(/<table[^>]*><\/table>|<tbody><\/tbody>/)
})

test('rules from which handoffs were passed on have a table, where there are any', () => {
  const kept = sample.handoffs.map((one) => ({ ...one, transfers: 0 }))
  const [passed, ...others] = kept.map((one) => ({ ...one, openedAt: week.from + 1 }))
  const one = passed ? [{ ...passed, transfers: 1, rule: 'disputed charges', team: 'care' }, ...others] : []

  expect(reportPage(reportOf({ ...sample, handoffs: one }), 'A')).toMatch(/passed on<.*<td>disputed charges<\/td>/)
  const page = reportPage(reportOf({ ...sample, handoffs: kept }), 'A')
  expect(page).toContain('No handoff was passed on to another team.')
  expect(page).not.toContain('passed on</th>')
})

test('every cause of the report stands on the page, with its verdict', () => {
  const report = reportOf(sample)
  const page = reportPage(report, 'A')

  for (const { verdict } of report.clusters.causes) expect(page).toContain(`class="mark ${verdict}"`)
  expect(page.match(/class="cause"/g)).toHaveLength(Math.min(12, report.clusters.causes.length))
  expect(report.staffing.holes).toHaveLength(1)
  expect(page).toContain('Tuesday 10:00–12:00')
})

test('how often a cause is there is said once', () => {
  const report = reportOf(sample)
  const causes = report.clusters.causes.map((cause) => ({ ...cause, before: 23 }))

  const page = reportPage({ ...report, clusters: { ...report.clusters, causes } }, 'A')

  expect(page).toContain('23 the time before')
  expect(page).not.toMatch(/the time before, \d+ now/)
})

test('the table holds no formula, and a row for each cause and hour', () => {
  const formula = { ...sample, handoffs: sample.handoffs.map((one) => ({ ...one, trigger: '=HYPERLINK("x")' })) }
  const table = reportCsv(reportOf(formula))
  const { clusters, hours } = reportOf(sample)

  expect(table).not.toMatch(/(^|,|")=HYPERLINK/m)
  expect(table).toContain("'=HYPERLINK")
  expect(reportCsv(reportOf(sample)).match(/^hours,/gm)).toHaveLength(hours.length * 3)
  expect(table.match(/^(content-gap|missing-integration|covered|unclear),/gm)).toHaveLength(
    (clusters.causes.length + clusters.others.length) * 2,
  )
})
