import { expect, test } from 'vitest'
import { parseWeek, weekAt, weekBefore } from '#shared/report/week.ts'

test.each([
  ['2026-11-22T23:59:59.999Z', '2026-W47'],
  ['2026-11-23T00:00:00.000Z', '2026-W48'],
  ['2027-01-01T12:00:00.000Z', '2026-W53'],
  ['2024-12-30T00:00:00.000Z', '2025-W01'],
  ['2021-01-03T23:00:00.000Z', '2020-W53'],
])('%s lies in %s', (at, id) => {
  expect(weekAt(Date.parse(at)).id).toBe(id)
})

test('a week goes from Monday to Monday, in UTC', () => {
  const week = parseWeek('2026-W48')

  expect(week).toEqual({ id: '2026-W48', from: Date.UTC(2026, 10, 23), to: Date.UTC(2026, 10, 30) })
})

test('the week before the first of a year is the last of the year before', () => {
  const first = weekAt(Date.UTC(2027, 0, 4))

  expect([first.id, weekBefore(first).id]).toEqual(['2027-W01', '2026-W53'])
})

test.each(['2026-W00', '2026-W54', '2025-W53', '2026W48', '26-W48', '2026-W4', ''])('%j names no week', (text) => {
  expect(parseWeek(text)).toBeUndefined()
})
