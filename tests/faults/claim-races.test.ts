import { expect, test } from 'vitest'
import { skewsMs } from '#tests/battery/parts/races.ts'
import { raceForClaims } from './claim-races.ts'

test.each([
  ['whose doors do as they should', 1, 0],
  ['whose doors die at any call', 2, 0.03],
] as const)(
  'agents %s vanish, come too late and renew at the last moment: no lease is taken twice, and none is long over',
  async (_, seed, faultShare) => {
    const race = await raceForClaims({ seed, agents: 12, handoffs: 60, skewsMs, faultShare })

    expect(race.violations).toEqual([])
    expect(race.staleAccepted).toBe(0)
    expect(race.staleTried).toBeGreaterThan(0)
    expect(race.renewals).toBeGreaterThan(0)
    expect(race.orphans.length).toBeGreaterThan(0)
    expect(Math.max(...race.orphans.map(({ lateMs }) => lateMs))).toBeLessThanOrEqual(5_000)
    expect(Math.min(...race.orphans.map(({ lateMs }) => lateMs))).toBeGreaterThanOrEqual(-5_000)
  },
  60_000,
)
