import { expect, test } from 'vitest'
import { reportSchema } from '#functions/agent/shapes/report.ts'
import type { Handoff } from '#shared/handoff/handoff.ts'
import { type ReportEvent, reportEventSchema } from '#shared/report/report-event.ts'
import type { Delivery, ReportStore } from '#shared/report/report-store.ts'
import { parseWeek } from '#shared/report/week.ts'
import { writeReport } from '#shared/report/write-report.ts'
import { sampleLog } from '#tests/support/sample-log.ts'
import { testConfig } from '#tests/support/test-config.ts'

const week = parseWeek('2026-W47') ?? { id: '', from: 0, to: 0 }
const from = week.to - 8 * 7 * 86_400_000
const { handoffs } = sampleLog(7, { from, weeks: 8, perDay: 40 })
const now = week.to + 6 * 3_600_000

const logOf = (all: readonly Handoff[]) => ({
  log: async (start: number, end: number) => ({
    handoffs: all.filter(({ openedAt }) => openedAt >= start && openedAt < end),
  }),
})

const silent = { read: async function* () {} }

const desk = (fails?: 'put' | 'tell') => {
  const done: string[] = []
  const files = new Map<string, string>()
  const events: ReportEvent[] = []
  const mails: { subject: string; text: string }[] = []
  const stored: Parameters<ReportStore['write']>[1][] = []
  const delivery: Delivery = {
    bucket: 'pages',
    files: {
      write: async (id, form, text) => {
        done.push(`write ${form}`)
        files.set(`${id}.${form}`, text)
      },
      read: async () => undefined,
      forget: async () => 0,
    },
    bus: {
      put: async (event) => {
        done.push('put')
        if (fails === 'put') throw new Error('the bus is away')
        events.push(event)
      },
    },
    news: {
      tell: async (mail) => {
        done.push('tell')
        mails.push(mail)
      },
    },
  }
  const reports: ReportStore = { write: async (_, report) => void stored.push(report) }
  const ports = {
    handoffs: logOf(handoffs),
    reports,
    conversations: silent,
    isOver: () => false,
    config: testConfig(),
    now,
  }
  return { done, files, events, mails, stored, ports, delivery: async () => delivery }
}

test('the report is written before anybody is told of it', async () => {
  const { done, ports, delivery } = desk()

  await writeReport({ ...ports, delivery }, week)

  expect(done).toEqual(['write json', 'write csv', 'write html', 'put', 'tell'])
})

test('a bus that is away fails the run, so that it is made again', async () => {
  const { done, ports, delivery } = desk('put')

  await expect(writeReport({ ...ports, delivery }, week)).rejects.toThrow('the bus is away')
  expect(done).not.toContain('tell')
})

test('without a delivery the figures alone are kept', async () => {
  const { done, stored, ports } = desk()

  await writeReport(ports, week)

  expect(done).toEqual([])
  expect(Object.keys(stored[0] ?? {}).sort()).toEqual([
    'before',
    'figures',
    'from',
    'longerAfterThanBefore',
    'to',
    'week',
  ])
})

test('what lies in the bucket is what the API documents', async () => {
  const { files, ports, delivery } = desk()

  await writeReport({ ...ports, delivery }, week)
  const written = JSON.parse(files.get('2026-W47.json') ?? '{}')

  expect(reportSchema.parse(written)).toEqual(written)
  expect(written.clusters.causes.length).toBeGreaterThan(2)
})

test('the bus hears ids, figures and places, the topic ten plain lines; neither a customer’s words', async () => {
  const { files, events, mails, ports, delivery } = desk()

  await writeReport({ ...ports, delivery }, week)
  const [event] = events
  const { clusters } = JSON.parse(files.get('2026-W47.json') ?? '{}')
  const words = clusters.causes.flatMap((one: { name: string; samples: { text: string }[] }) => [
    one.name,
    ...one.samples.map(({ text }) => text),
  ])
  const told = JSON.stringify([events, mails])

  expect(reportEventSchema.parse(event)).toEqual(event)
  expect(event).toMatchObject({ id: 'report.2026-W47', keys: { html: 'reports/2026-W47.html' }, bucket: 'pages' })
  expect(mails[0]?.text.trim().split('\n')).toHaveLength(10)
  expect(mails[0]?.subject).toMatch(/^[\x20-\x7e]{1,100}$/)
  expect(words.length).toBeGreaterThan(10)
  expect(words.filter((one: string) => told.includes(one))).toEqual([])
})
