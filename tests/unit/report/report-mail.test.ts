import { expect, test } from 'vitest'
import { Collector } from '#shared/report/collect.ts'
import { fullReport, logStart } from '#shared/report/full-report.ts'
import { reportLines, reportMail } from '#shared/report/report-mail.ts'
import { parseWeek, weekBefore } from '#shared/report/week.ts'
import { sampleLog } from '#tests/support/sample-log.ts'
import { testConfig } from '#tests/support/test-config.ts'

const week = parseWeek('2026-W47') ?? { id: '', from: 0, to: 0 }
const before = weekBefore(week)
const logFrom = logStart(week, before)

const report = () => {
  const collector = new Collector(before.from)
  const { handoffs, turns } = sampleLog(7, { from: week.from, weeks: 1, perDay: 20, hole: 0 })
  for (const handoff of handoffs) collector.handoff(handoff)
  for (const turn of turns) collector.turn(turn)
  return fullReport({ week, before, config: { ...testConfig(), teams: {} }, collected: collector.collected(), logFrom })
}

test('a figure of the week before is named as such, also where nothing is known of it', () => {
  const lines = reportLines(report(), 'Lumen & Oak')

  expect(lines[0]).toBe('Lumen & Oak: where automation ended in 2026-W47.')
  expect(lines[1]).toMatch(/^Handoffs: \d+ \(2026-W46: 0\), \d+ of them failures\.$/)
  expect(lines[4]).toMatch(/^Median wait for a person: .+ \(2026-W46: unknown\)\.$/)
})

test('a mail says where the page lies, what is printed beside the page does not', () => {
  const { subject, text } = reportMail(report(), 'Lumen & Öak', 's3://pages/2026-W47.html')

  expect(subject).toBe('Lumen & ?ak: handoffs in 2026-W47')
  expect(text).toContain('The page: s3://pages/2026-W47.html (to be opened by whoever may read the bucket)')
  expect(text.split('\n').slice(0, -2)).toEqual(reportLines(report(), 'Lumen & Öak'))
  expect(reportLines(report(), 'A').join()).not.toContain('The page')
})

test('a trigger in shadow has a line where it fired, and none where it did not', () => {
  const fired = { fired: 1, added: 1, earlier: 0, same: 0 }
  const inShadow = (trigger: string, now: typeof fired) => ({
    trigger,
    now,
    before: fired,
    turnsEarlier: {},
    load: [],
    samples: [],
  })
  const shadow = [inShadow('legal', fired), inShadow('distress', { ...fired, fired: 0 })]

  const told = reportLines({ ...report(), shadow }, 'A').filter((line) => line.startsWith('In shadow'))

  expect(told).toEqual(['In shadow, legal: new handoffs 1, earlier 0, the same 0.'])
})
