import { describe, expect, test } from 'vitest'
import { simulatedJourneys } from '#tests/simulation/journeys.ts'
import { type CrashPoint, crashPointsOf, strike } from './crash-points.ts'

const kindOf = ({ point, fault }: CrashPoint): string => `${point.replace(/ \d+/g, '')} ${fault}`

// One world at a time: each turns the clock of all.
const points: CrashPoint[] = []
for (const journey of simulatedJourneys) points.push(...(await crashPointsOf(journey)))
/** One of each fault at each operation of each door; the battery takes them all. */
const oneOfEach = [...new Map(points.map((point) => [kindOf(point), point])).values()]

test('every door but the report is struck', () => {
  const doors = new Set(points.map(({ point }) => point.split(' ')[0]))

  expect([...doors].sort()).toEqual(['AgentApi', 'DeliverMessage', 'ReceiveMessage', 'Sweep', 'TakeTurn'])
})

describe('nothing is lost, doubled, out of order or stuck after', () => {
  test.each(oneOfEach.map((crash) => [`${crash.fault} at ${crash.point} while ${crash.journey.name}`, crash] as const))(
    '%s',
    async (_, crash) => {
      const { visited, violations } = await strike(crash)

      expect(visited).toBe(true)
      expect(violations).toEqual([])
    },
  )
})
