import { describe, expect, test } from 'vitest'
import { Simulation } from '#tests/simulation/simulation.ts'
import { readTruth } from '#tests/simulation/truth.ts'

const second = 1_000
const minute = 60 * second

/** Ann holds a conversation for two minutes; after so long a function sweeps whose clock is off, and which never looked before. */
const sweptAfter = async (seconds: number, skewMs: number, sweeps: number): Promise<string | undefined> => {
  const simulation = new Simulation()
  const { world, customers } = simulation
  await world.run(() => customers.says('ada', 'I want to talk to a human', 'm-1'))
  await world.pass(second)
  const { status } = await world.run(() => simulation.agent('ann').claim('care'))
  expect(status).toBe(200)

  await world.pass(seconds * second)
  world.setClocks([skewMs])
  for (let n = 0; n < sweeps; n += 1) await simulation.sweep()
  return readTruth(world.cloud.table).states[0]?.status
}

const minutes = [-10, 10]

describe('a function that sweeps by a clock that is off', () => {
  test.each(minutes)('by %i minutes takes back a lease that ended, the first time that it looks', async (off) => {
    expect(await sweptAfter(130, off * minute, 1)).toBe('waiting')
  })

  test.each(minutes)('by %i minutes leaves a lease that runs to its agent', async (off) => {
    expect(await sweptAfter(60, off * minute, 1)).toBe('claimed')
  })
})

describe('a lease that ended is found by whoever claims first', () => {
  test.each([0, 1, 2, 3, 4, 5])(
    'and goes to one of two at once, whose clocks are a minute late (seed %i)',
    async (seed) => {
      const simulation = new Simulation({ seed })
      const { world, customers } = simulation
      await world.run(() => customers.says('ada', 'I want to talk to a human', 'm-1'))
      await world.pass(second)
      await world.run(() => simulation.agent('ann').claim('care'))
      world.setClocks([-61_013])
      await world.pass(126 * second)

      const claims = await world.run(() =>
        Promise.all(['ben', 'cid'].map((who) => simulation.agent(who).claim('care'))),
      )

      expect(claims.map(({ status }) => status).sort()).toEqual([200, 204])
      expect(simulation.violations()).toEqual([])
    },
  )
})
