import { expect, test } from 'vitest'
import { chanceOf, countsApart, sharesApart, timesApart } from '#shared/report/figures/chance.ts'
import { clocksOfTeams } from '#shared/report/figures/hours.ts'
import { staffingHoles } from '#shared/report/figures/staffing.ts'
import { sampleLog } from '#tests/support/sample-log.ts'

const from = Date.UTC(2026, 5, 1)
const weekMs = 7 * 86_400_000
const clockOf = clocksOfTeams({})

const holesOf = (hole: number, seed = 3, weeks = 8, perDay = 60) =>
  staffingHoles(sampleLog(seed, { from, weeks, perDay, hole }).handoffs, clockOf, from + weeks * weekMs)

test('hours in which customers waited out of line, week after week, are found on the team’s clock', () => {
  const [hole, ...others] = holesOf(8, 3, 8, 150)

  expect(hole).toMatchObject({ team: 'billing', weekday: 1, fromHour: 10, toHour: 12, cause: 'too-few' })
  expect(hole?.medianSeconds).toBeGreaterThan((hole?.usualSeconds ?? 0) * 2)
  expect(others).toEqual([])
})

test('a desk that is the same at all hours has none', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8].flatMap((seed) => holesOf(1, seed))).toEqual([])
})

test('nor has a quiet desk, whose waits jump by chance', () => {
  expect([1, 2, 3, 4, 5, 6].flatMap((seed) => holesOf(1, seed, 8, 6))).toEqual([])
})

test('what happened in one week alone is none', () => {
  const { handoffs } = sampleLog(5, { from, weeks: 8, perDay: 60 })
  const bad = handoffs.map((one) =>
    one.openedAt < from + weekMs && one.firstClaimedAt !== undefined
      ? { ...one, firstClaimedAt: one.firstClaimedAt + 3_600_000 }
      : one,
  )

  expect(staffingHoles(bad, clockOf, from + 8 * weekMs)).toEqual([])
})

test('whoever came while the team was away does not count', () => {
  const weekly = {
    mon: ['13:00-24:00'],
    tue: ['13:00-24:00'],
    wed: ['13:00-24:00'],
    thu: ['13:00-24:00'],
    fri: [],
    sat: [],
    sun: [],
  }
  const closed = clocksOfTeams({ billing: { name: 'Billing', hours: { timeZone: 'UTC', weekly, holidays: [] } } })
  const { handoffs } = sampleLog(3, { from, weeks: 8, perDay: 60, hole: 8 })

  expect(staffingHoles(handoffs, closed, from + 8 * weekMs)).toEqual([])
})

test('chance is that of the tables', () => {
  expect(chanceOf(1.96)).toBeCloseTo(0.05, 3)
  expect(chanceOf(3.5)).toBeCloseTo(0.000465, 6)
  expect(chanceOf(0)).toBeCloseTo(1, 6)
})

test('counts, shares and times are as far apart as their tests say', () => {
  expect(countsApart(100, 150)).toBeCloseTo(50 / Math.sqrt(250), 9)
  expect(sharesApart([20, 100], [40, 100])).toBeCloseTo(0.2 / Math.sqrt(0.3 * 0.7 * 0.02), 9)
  // Ranks 4 to 6 of 6: U is 9 of 9, its mean 4.5, its variance 5.25.
  expect(timesApart([1, 2, 3], [4, 5, 6])).toBeCloseTo(4.5 / Math.sqrt(5.25), 9)
  expect([countsApart(0, 0), sharesApart([0, 0], [1, 2]), timesApart([], [1])]).toEqual([0, 0, 0])
})
