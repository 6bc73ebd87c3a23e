import { expect, test } from 'vitest'
import type { SeenExport } from '#shared/export/export-files.ts'
import { isDue, judgeExports } from '#shared/export/judge-exports.ts'

const hour = 3_600_000
const minute = 60_000
const now = Date.UTC(2026, 10, 23, 12)

const begun = (id: string, hoursAgo: number): SeenExport => ({ prefix: id, startedAt: now - hoursAgo * hour })
const whole = (id: string, hoursAgo: number, pictureOf = now - hoursAgo * hour): SeenExport => ({
  ...begun(id, hoursAgo),
  finished: { pictureOf, items: 1, files: [`${id}/data/a.json.gz`] },
})
const names = (exports: readonly SeenExport[]) => exports.map(({ prefix }) => prefix)

test('the newest whole export is read, and older ones go', () => {
  const { shown, removed } = judgeExports({ exports: [whole('mon', 33), whole('wed', 9), whole('tue', 20)] }, now)

  expect(shown?.prefix).toBe('wed')
  expect(names(removed)).toEqual(['mon', 'tue'])
})

test('while the next is being written the one before is read', () => {
  const { shown, removed } = judgeExports({ exports: [whole('mon', 24), begun('tue', 1)] }, now)

  expect(shown?.prefix).toBe('mon')
  expect(removed).toEqual([])
})

test('a picture of a time before the last erasure is never read, and goes when it is whole', () => {
  const exports = [whole('before', 4), begun('under way', 2)]
  const judged = judgeExports({ exports, erasedAt: now - hour }, now)

  expect(judged.shown).toBeUndefined()
  expect(names(judged.removed)).toEqual(['before'])
  expect(names(judgeExports({ exports: [whole('under way', 2)], erasedAt: now - hour }, now).removed)).toEqual([
    'under way',
  ])
})

test('one of a minute or less after the erasure may be of before it by another clock', () => {
  const erasedAt = now - hour
  const at = (ms: number) => judgeExports({ exports: [whole('next', 1, erasedAt + ms)], erasedAt }, now)

  expect(at(minute).shown).toBeUndefined()
  expect(names(at(minute).removed)).toEqual(['next'])
  expect(at(minute + 1).shown?.prefix).toBe('next')
})

test('what is not whole after two days has failed, and its pieces go', () => {
  expect(judgeExports({ exports: [begun('mon', 48)] }, now).removed).toEqual([])
  expect(names(judgeExports({ exports: [begun('mon', 48.1)] }, now).removed)).toEqual(['mon'])
})

test('after an erasure the answers of half an hour more go, and without one none', () => {
  const erasedAt = now - hour

  expect(judgeExports({ exports: [], erasedAt }, now).resultsUntil).toBe(erasedAt + 30 * minute)
  expect(judgeExports({ exports: [whole('mon', 2)] }, now)).not.toHaveProperty('resultsUntil')
})

test('it is late when the newest picture is older than a day and some', () => {
  const late = (seen: Parameters<typeof judgeExports>[0]) => judgeExports(seen, now).lateHours

  expect(late({ exports: [whole('mon', 30)] })).toBeUndefined()
  expect(late({ exports: [whole('mon', 31)] })).toBe(31)
  expect(late({ exports: [whole('mon', 99)], erasedAt: now - 29 * hour })).toBeUndefined()
  expect(late({ exports: [], erasedAt: now - 31 * hour })).toBe(31)
  expect(late({ exports: [begun('mon', 31)] })).toBe(31)
  expect(late({ exports: [whole('mon', 31), begun('tue', 1)] })).toBe(31)
  expect(late({ exports: [] })).toBeUndefined()
})

test('it begins at its hour, and at once where there never was one', () => {
  const seen = { exports: [whole('mon', 2)] }

  expect(isDue(seen, now, 12)).toBe(true)
  expect(isDue(seen, now + hour - 1, 12)).toBe(true)
  expect(isDue(seen, now + hour, 12)).toBe(false)
  expect(isDue({ exports: [] }, now, 3)).toBe(true)
  expect(isDue({ exports: [], erasedAt: now - hour }, now, 3)).toBe(false)
})
