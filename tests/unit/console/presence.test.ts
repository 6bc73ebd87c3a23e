import { expect, test } from 'vitest'
import { awayAfterMs, isAway, isDue } from '#console/desk/presence.ts'

const lease = { until: 60_000, now: 0, leaseSeconds: 60, activeAt: 0, machineNow: 0 }

test('a lease is begun anew when a third of it is over', () => {
  expect(isDue({ ...lease, now: 19_000 })).toBe(false)
  expect(isDue({ ...lease, now: 21_000 })).toBe(true)
})

test('a lease that is over is not asked for any more', () => {
  expect(isDue({ ...lease, now: 60_000 })).toBe(false)
})

test('whoever is not there keeps nothing', () => {
  const away = { activeAt: 0, machineNow: awayAfterMs + 1 }

  expect(isAway(away)).toBe(true)
  expect(isDue({ ...lease, now: 21_000, ...away })).toBe(false)
  expect(isAway({ activeAt: 0, machineNow: awayAfterMs })).toBe(false)
})
