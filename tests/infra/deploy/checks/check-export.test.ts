import { expect, test } from 'vitest'
import { checkExport } from '#infra/deploy/checks/check-export.ts'
import type { SeenExport, SeenExports } from '#shared/export/export-files.ts'
import { stackOf } from '../support/memory-cloud.ts'

const now = Date.UTC(2026, 10, 23, 9)
const hour = 3_600_000
const stack = stackOf({ outputs: { ExportBucketName: 'tables' } })
const of = (pictureOf: number): SeenExport => ({
  prefix: `exports/${pictureOf}/`,
  startedAt: pictureOf,
  finished: { pictureOf, items: 1_234, files: [] },
})

const told = async (seen: SeenExports, found = stack) => {
  const asked: string[] = []
  const look = async (bucket: string) => {
    asked.push(bucket)
    return seen
  }
  const verdicts = await checkExport({ look }, found, { hour: 3 }, now)
  return { asked, lines: verdicts.map(({ mark, found: what }) => `${mark}: ${what}`), verdicts }
}

test('the last whole export is told, however many there are', async () => {
  const { asked, lines } = await told({ exports: [of(now - 30 * hour), of(now - 6 * hour)] })

  expect(asked).toEqual(['tables'])
  expect(lines).toEqual(['good: the last whole one is of 2026-11-23 03:00 UTC, 6 hours ago: 1234 records'])
})

test('one that is older than thirty hours is late, and it is said where to read on; one of just thirty is not', async () => {
  const { lines, verdicts } = await told({ exports: [of(now - 31 * hour)] })

  expect(lines).toEqual([
    'bad: late: the last whole one is of 2026-11-22 02:00 UTC, 31 hours ago: 1234 records; none came for 31 hours',
  ])
  expect(verdicts[0]?.todo).toBe('docs/runbook.md#export-late')
  expect((await told({ exports: [of(now - 30 * hour)] })).lines[0]).toMatch(/^good/)
})

test('where none is whole, it is said why, and late is late', async () => {
  const begun = (startedAt: number) => ({ exports: [{ prefix: 'exports/a/', startedAt }] })

  expect((await told({ exports: [] })).lines).toEqual(['open: there is none yet: the first one is soon begun'])
  expect((await told(begun(now - hour))).lines).toEqual(['open: the first one is being written'])
  expect((await told(begun(now - 31 * hour))).lines[0]).toMatch(/^bad: late/)
})

test('whoever was erased since leaves none to be read until the next', async () => {
  const { lines } = await told({ exports: [of(now - 6 * hour)], erasedAt: now - hour })

  expect(lines).toEqual([
    'open: none is read: somebody was erased on 2026-11-23 08:00 UTC, and the next begins at 3:00 UTC',
  ])
})

test('nothing is looked at where nothing is exported, or the bucket is not there yet', async () => {
  const look = () => Promise.reject(new Error('was looked at'))

  expect(await checkExport({ look }, stack, undefined, now)).toEqual([])
  expect(await checkExport({ look }, stackOf(), { hour: 3 }, now)).toMatchObject([
    { mark: 'open', todo: 'npm run deploy' },
  ])
})
