import { expect, test } from 'vitest'
import { type Day, type DayFigures, simulateDay } from './simulated-day.ts'

const arrivals = [30, 45, 60, 60, 55, 55, 60, 60, 50, 35]
const noon = (minute: number): boolean => minute >= 270 && minute < 330
const days: Readonly<Record<string, Day['agentsAt']>> = {
  'a day like any other': () => 9,
  'a staffing hole of an hour': (minute) => (noon(minute) ? 2 : 9),
  'nobody at all for an hour': (minute) => (noon(minute) ? 0 : 9),
  'a late start': (minute) => (minute < 30 ? 3 : 9),
}
const seeds = [1, 2, 3, 4, 5]

const played = (agentsAt: Day['agentsAt'], censored = true): readonly DayFigures[] =>
  seeds.map((seed) => simulateDay({ seed, arrivals, agentsAt, censored }))
const keptOf = (figures: readonly DayFigures[]): number =>
  figures.reduce((sum, { kept, told }) => sum + kept * told, 0) / figures.reduce((sum, { told }) => sum + told, 0)

test.each(Object.entries(days))(
  'of those told a bound in %s, four of five are answered within it',
  (name, agentsAt) => {
    const figures = played(agentsAt)

    const told = figures.reduce((sum, one) => sum + one.told, 0) / figures.reduce((sum, one) => sum + one.customers, 0)
    console.log(`${name}: ${(100 * keptOf(figures)).toFixed(1)} % kept, ${(100 * told).toFixed(1)} % of customers told`)
    expect(Math.min(...figures.map(({ kept }) => kept))).toBeGreaterThanOrEqual(0.8)
    expect(told).toBeGreaterThan(0.5)
  },
)

test('by the ended waits alone, fewer than four of five were', () => {
  expect(keptOf(played(() => 9, false))).toBeLessThan(0.8)
})
