import { describe, expect, test } from 'vitest'
import type { SimulatedJourney } from '#tests/simulation/journeys.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { readTruth } from '#tests/simulation/truth.ts'
import { testDeployed } from '#tests/support/test-config.ts'
import { type CrashPoint, crashPointsOf, strike } from './crash-points.ts'

const deployed = testDeployed({ notices: { updateEveryMinutes: 5 } })
const minute = 60_000

const waits: SimulatedJourney = {
  name: 'told while waiting',
  play: async (simulation) => {
    const { world, customers } = simulation
    await world.run(() => customers.says('ada', 'I want to talk to a human', 'm-1'))
    for (let swept = 0; swept < 3; swept += 1) {
      await world.pass(2.5 * minute)
      await simulation.sweep()
    }
  },
}

const updates = ({ world }: Simulation): number =>
  [...readTruth(world.cloud.table).messages.values()]
    .flat()
    .filter(({ author, text }) => author.kind === 'system' && text.startsWith('You are still waiting')).length

const points = (await crashPointsOf(waits, deployed)).filter(({ point }) => point.startsWith('Sweep'))
const kindOf = ({ point, fault }: CrashPoint): string => `${point.replace(/ \d+/g, '')} ${fault}`
const oneOfEach = [...new Map(points.map((point) => [kindOf(point), point])).values()]

test('whoever waits is told so once', async () => {
  const simulation = new Simulation({ deployed })

  await waits.play(simulation)

  expect(updates(simulation)).toBe(1)
})

describe('nothing is lost, doubled or stuck after', () => {
  test.each(oneOfEach.map((crash) => [`${crash.fault} at ${crash.point}`, crash] as const))('%s', async (_, crash) => {
    const { visited, violations } = await strike(crash, deployed)

    expect(visited).toBe(true)
    expect(violations).toEqual([])
  })
})
