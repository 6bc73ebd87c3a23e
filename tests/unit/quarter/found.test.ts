import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeQuarter } from '#infra/quarter/write-quarter.ts'
import { createLabels } from '#tests/eval/quarter/asked-about.ts'
import { type Comparison, compare } from '#tests/eval/quarter/compare.ts'
import { readReport } from '#tests/eval/quarter/read-report.ts'
import { readTruth } from '#tests/eval/quarter/truth.ts'

const folder = mkdtempSync(join(tmpdir(), 'found-'))
const label = createLabels('infra/quarter/questions')
let found: Comparison
let foundWithout: Comparison

beforeAll(async () => {
  await writeQuarter(folder, { seed: 2, conversations: 4_000 })
  const report = await readReport(folder, { from: '2026-06-29', to: '2026-09-28' })
  const truth = readTruth(folder)
  found = compare(report, truth, label)
  foundWithout = compare(report, { ...truth, causes: truth.causes.slice(1), staffingHoles: [] }, label)
}, 180_000)
afterAll(() => rmSync(folder, { recursive: true }))

test('every planted content gap and missing integration is found, with its verdict', () => {
  const missed = found.causes.filter(({ expected, as }) => expected && as.length === 0)
  const wrong = found.causes.filter(({ planted, as }) => as.some(({ cluster }) => cluster.verdict !== planted.kind))

  expect(found.causes.filter(({ expected }) => expected).length).toBe(8)
  expect(missed.map(({ planted }) => planted.id)).toEqual([])
  expect(wrong.map(({ planted }) => planted.id)).toEqual([])
})

test('nothing else is called a cause, and no team short of people where none is', () => {
  expect(found.invented.map(({ cluster }) => cluster.name)).toEqual([])
  expect(found.inventedHoles).toEqual([])
})

test('a cause and a hole that nobody planted would be told', () => {
  const [first] = found.causes

  expect(foundWithout.invented.map(({ rank }) => rank)).toEqual(first?.as.map(({ rank }) => rank))
  expect(foundWithout.inventedHoles).toEqual(found.holes.flatMap((hole) => hole.found ?? []))
})

test('no planted cause is told of twice its size', () => {
  for (const { planted, size, as } of found.causes)
    expect(
      as.reduce((sum, { cluster }) => sum + cluster.handoffs, 0),
      planted.id,
    ).toBeLessThan(2 * size)
})
