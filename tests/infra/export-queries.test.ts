import { afterAll, beforeAll, expect, test } from 'vitest'
import { hourQuery } from '#infra/export/hour-query.ts'
import { fixedQueries } from '#infra/export/queries.ts'
import { exportFiles } from '#infra/local/export/written-export.ts'
import { entryOf } from '#shared/report/figures/entry.ts'
import type { Spread } from '#shared/report/figures/spread.ts'
import { type FullReport, fullReport } from '#shared/report/full-report.ts'
import { type Week, weekAt, weekBefore } from '#shared/report/week.ts'
import { linesOfLog, type PlayedLog, playedLog } from '#tests/support/export/exported-log.ts'
import { type SqlEngine, sqlEngine } from '#tests/support/export/sql-engine.ts'

// The report reads the records, the queries the files of an export of them, in a SQL engine that knows neither.
let log: PlayedLog
let engine: SqlEngine
let weeks: readonly { readonly week: Week; readonly report: FullReport }[]

const queries = () => [...fixedQueries, hourQuery(log.company.deployed.config.teams)]
type Row = Record<string, unknown>

const rowsOf = async (name: string): Promise<readonly Row[]> => {
  const query = queries().find((one) => one.name === name)
  if (!query) throw new Error(`no query is called ${name}`)
  return (await engine.query(query.sql)).map(({ week, ...row }) => ({
    ...row,
    week: week instanceof Date ? weekAt(week.getTime()).id : week,
  }))
}

const sorted = (rows: readonly object[]): readonly string[] =>
  rows.map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).sort()))).sort()
const expectSame = (found: readonly Row[], expected: readonly object[]) => {
  expect(expected.length).toBeGreaterThan(10)
  expect(sorted(found)).toEqual(sorted(expected))
}

const reported = (rows: (report: FullReport, week: string) => readonly object[]): readonly object[] =>
  weeks.flatMap(({ week, report }) => rows(report, week.id).map((row) => ({ week: week.id, ...row })))
const entriesOf = (week: Week) => log.handoffs.filter(({ openedAt }) => openedAt >= week.from && openedAt < week.to)

beforeAll(async () => {
  log = await playedLog(5_000)
  const exported = { exportId: '01-a', tableArn: 'arn', bucket: 'b', prefix: 'exports/2026-11-23', exportTime: 0 }
  engine = await sqlEngine(exportFiles({ ...exported, lines: linesOfLog(log) }))
  const entries = log.handoffs.map(entryOf)
  const ids = new Map(entries.map(({ openedAt }) => [weekAt(openedAt).id, weekAt(openedAt)]))
  const { config } = log.company.deployed
  weeks = [...ids.values()].map((week) => ({
    week,
    report: fullReport({ week, before: weekBefore(week), config, collected: { entries, cases: [] }, logFrom: 0 }),
  }))
}, 120_000)
afterAll(() => engine.close())

test('every query that a company is given is held to the report', () => {
  expect(queries().map(({ name }) => name)).toEqual([
    'week over week',
    'handoffs by trigger',
    'handoffs by topic',
    'handoffs by team',
    'waits',
    'waits by team',
    'waits by trigger',
    'outcomes',
    'repeat handoffs',
    'work moved',
    'transfers by rule',
    'automation rate',
    'volume by hour and team',
  ])
})

test('week over week', async () => {
  const expected = reported(({ figures, before }) => [
    {
      handoffs: figures.handoffs,
      conversations: figures.conversations,
      failures: figures.kinds.failure ?? 0,
      topics: figures.kinds.topic ?? 0,
      still_open: figures.open,
      transfers: figures.transfers,
      returned: figures.returns,
      customer_left: figures.outcomes['customer-left'] ?? 0,
      repeats: figures.repeats,
      handoffs_before: before.figures.handoffs,
      change: figures.handoffs - before.figures.handoffs,
    },
  ])

  expectSame(await rowsOf('week over week'), expected)
})

test.each(['topic', 'team'] as const)('handoffs by %s', async (what) => {
  const expected = reported(({ figures }) =>
    Object.entries(figures[`${what}s`]).map(([name, handoffs]) => ({ [what]: name, handoffs })),
  )

  expectSame(await rowsOf(`handoffs by ${what}`), expected)
})

test('handoffs by trigger', async () => {
  const rows = await rowsOf('handoffs by trigger')
  const expected = reported(({ work }) =>
    work.now.moved.map(({ kind, trigger, handoffs }) => ({ kind, trigger, handoffs })),
  )

  expectSame(rows, expected)
})

const spreadRow = ({ samples, medianSeconds, p90Seconds }: Spread, clock: string, group: object) =>
  samples === 0 ? [] : [{ ...group, clock, samples, median_seconds: medianSeconds, p90_seconds: p90Seconds }]
const withoutHandle = (rows: readonly Row[]) => rows.filter(({ clock }) => clock !== 'handle')

test('waits', async () => {
  const expected = reported(({ figures }) => [
    ...spreadRow(figures.waitBefore, 'before', {}),
    ...spreadRow(figures.waitToClaim, 'to claim', {}),
    ...spreadRow(figures.waitToReply, 'to reply', {}),
    ...spreadRow(figures.handle, 'handle', {}),
  ])

  expectSame(await rowsOf('waits'), expected)
})

test.each(['team', 'trigger'] as const)('waits by %s', async (what) => {
  const expected = reported(({ waits }) =>
    Object.entries(waits.now[`${what}s`]).flatMap(([name, { before, toClaim, toReply }]) => [
      ...spreadRow(before, 'before', { [what]: name }),
      ...spreadRow(toClaim, 'to claim', { [what]: name }),
      ...spreadRow(toReply, 'to reply', { [what]: name }),
    ]),
  )

  expectSame(withoutHandle(await rowsOf(`waits by ${what}`)), expected)
})

test('outcomes', async () => {
  const expected = reported(({ outcomesByTrigger }) =>
    Object.entries(outcomesByTrigger).flatMap(([trigger, counts]) =>
      Object.entries(counts).map(([outcome, handoffs]) => ({ trigger, outcome, handoffs })),
    ),
  )

  expectSame(await rowsOf('outcomes'), expected)
})

test('repeat handoffs', async () => {
  const expected = reported(({ around }) => [
    { same_conversation: around.now.sameConversation, same_topic: around.now.sameTopic },
  ])
  expect(weeks.reduce((sum, { report }) => sum + report.around.now.sameTopic, 0)).toBeGreaterThan(10)

  expectSame(await rowsOf('repeat handoffs'), expected)
})

test('work moved', async () => {
  expectSame(
    await rowsOf('work moved'),
    reported(({ work }) => work.now.moved),
  )
})

test('transfers by rule', async () => {
  const expected = reported(({ transfersByRule }) =>
    transfersByRule.map(({ rule, handoffs, transferred }) => ({ rule, handoffs, transferred })),
  )

  expectSame(await rowsOf('transfers by rule'), expected)
})

test('automation rate', async () => {
  const handedOff = new Set(log.handoffs.map(({ conversationId }) => conversationId))
  const byWeek = Map.groupBy(log.conversations, ({ closedAt }) => weekAt(closedAt).id)
  const expected = [...byWeek].map(([week, ended]) => {
    const automated = ended.filter(({ id }) => !handedOff.has(id)).length
    return { week, conversations: ended.length, automated, rate: automated / ended.length }
  })

  expectSame(await rowsOf('automation rate'), expected)
})

test('volume by hour and team, on each team’s own clock', async () => {
  const expected = reported(({ hours }) =>
    hours.map(({ team, weekday, hour, arrivals, claims, agentHours }) => ({
      ...{ team, weekday: weekday + 1, hour, arrivals, claims },
      agent_hours: agentHours,
    })),
  )
  expect(weeks.flatMap(({ week }) => entriesOf(week)).length).toBe(log.handoffs.length)

  expectSame(await rowsOf('volume by hour and team'), expected)
})
