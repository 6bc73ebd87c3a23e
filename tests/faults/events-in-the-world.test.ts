import { describe, expect, test } from 'vitest'
import { checkEvents } from '#tests/simulation/check-events.ts'
import { simulatedJourneys } from '#tests/simulation/journeys.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { readTruth } from '#tests/simulation/truth.ts'
import { testDeployed } from '#tests/support/test-config.ts'
import { type CrashPoint, crashPointsOf, strike } from './crash-points.ts'

const deployed = testDeployed({ events: {} })
/** Where a handoff changes hands, or the bus is told. */
const telling = /TransactWriteItems|PutEvents|Sweep.* (DeleteItem|BatchGetItem|Query)/
const kindOf = ({ point, fault }: CrashPoint): string => `${point.replace(/ \d+/g, '')} ${fault}`

const points: CrashPoint[] = []
for (const journey of simulatedJourneys) points.push(...(await crashPointsOf(journey, deployed)))
const oneOfEach = [...new Map(points.map((point) => [kindOf(point), point])).values()].filter(({ point }) =>
  telling.test(point),
)

test('the bus is among what is struck', () => {
  expect(oneOfEach.filter(({ point }) => point.includes('PutEvents')).length).toBeGreaterThan(5)
})

test('a bell rings with the handoff, and no sweep is needed for it', async () => {
  const simulation = new Simulation({ deployed })
  const { world, customers } = simulation

  await world.run(() => customers.says('ada', 'I want to talk to a human', 'm-1'))
  await world.pass(1_000)

  expect(world.cloud.heard.map(({ type }) => type)).toEqual(['handoff.opened'])
})

describe('the bus hears of everything that happened and of nothing else, and all else holds, after', () => {
  test.each(oneOfEach.map((crash) => [`${crash.fault} at ${crash.point} while ${crash.journey.name}`, crash] as const))(
    '%s',
    async (_, crash) => {
      const { visited, violations } = await strike(crash, deployed)

      expect(visited).toBe(true)
      expect(violations).toEqual([])
    },
  )
})

describe('the check itself', () => {
  const played = async () => {
    const simulation = new Simulation({ deployed })
    for (const journey of simulatedJourneys.slice(0, 3)) await journey.play(simulation)
    await simulation.drain()
    return { truth: readTruth(simulation.world.cloud.table), heard: simulation.world.cloud.heard }
  }

  test('finds nothing where everything was told, though some of it twice', async () => {
    const { truth, heard } = await played()

    expect(heard.length).toBeGreaterThan(5)
    expect(checkEvents(truth, [...heard, ...heard])).toEqual([])
  })

  test('finds an event that is missing, one that never happened, and one that is still owed', async () => {
    const { truth, heard } = await played()
    const [first, ...rest] = heard
    if (!first) throw new Error('nothing was told')

    expect(checkEvents(truth, rest)).toHaveLength(1)
    expect(checkEvents(truth, [...heard, { ...first, id: 'made up' }])).toHaveLength(1)
    expect(checkEvents({ ...truth, owed: ['one'] }, heard)).toHaveLength(1)
  })
})
