import { describe, expect, test } from 'vitest'
import type { AgentDesk } from '#tests/simulation/people.ts'
import { redrive } from '#tests/simulation/redrive.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { inboundQueue, stackQueues, teamQueue } from '#tests/simulation/stack-queues.ts'
import { playPoison } from './poison/play-poison.ts'
import { poisonedQueues, poisons } from './poison/poison.ts'

const seeds = [0, 2]
const cases = poisonedQueues.flatMap((queue) =>
  poisons.flatMap((poison) => seeds.map((seed) => ({ queue, poison, seed }))),
)
const triesOf = (name: string): unknown => {
  const { RedrivePolicy } = stackQueues([]).find((queue) => queue.name === name)?.properties ?? {}
  return (RedrivePolicy as { readonly maxReceiveCount: number } | undefined)?.maxReceiveCount
}

describe('a message that is poison is given up on, and nobody else is the worse for it', () => {
  test.each(cases)('$queue, $poison, seed $seed', async (poisoning) => {
    const { receives, parked, violations, longestWaitMs, effects } = await playPoison(poisoning)

    expect(violations).toEqual([])
    expect(receives).toBe(triesOf(poisoning.queue))
    expect(new Set(parked)).toEqual(new Set([poisoning.queue.replace('.fifo', '-dead.fifo')]))
    // What dies takes its batch along, twice at most before each of the others has had its turn.
    expect(longestWaitMs).toBeLessThan(poisoning.poison === 'killing' ? 360_000 : 1_000)
    // Redriven after the repair, it has its one effect; what nobody can ever read has none.
    expect(effects).toBe(poisoning.poison === 'unreadable' && poisoning.queue === inboundQueue ? 0 : 1)
  })
})

const human = 'I want to talk to a human'
const care = teamQueue('care')

/** Somebody waits for the team. */
const waiting = async (): Promise<Simulation> => {
  const simulation = new Simulation()
  await simulation.world.run(() => simulation.customers.says('ada', human, 'm-1'))
  await simulation.world.pass(1_000)
  return simulation
}
const claims = ({ world }: Simulation, who: AgentDesk) => world.run(() => who.claim('care'))

test('a ticket that says nothing wakes like any other', async () => {
  const simulation = await waiting()
  const { cloud } = simulation.world
  await simulation.world.run(async () => {
    cloud.queue(care).purge()
    cloud.queue(care).send({ body: '\u0000 no ticket at all' })
  })

  expect((await claims(simulation, simulation.agent('ann'))).status).toBe(200)
  await simulation.drain()
  expect(simulation.violations()).toEqual([])
})

test('a ticket that was given up on is replaced, and one too many once it is back', async () => {
  const simulation = await waiting()
  const { world } = simulation
  const [queue, dead] = [world.cloud.queue(care), world.cloud.queue('team-care-dead')]
  await world.run(async () => {
    for (let n = 0; n <= 100; n += 1)
      queue.takeNow(1).map(({ receiptHandle }) => queue.changeVisibility(receiptHandle, 0))
  })
  expect(await world.run(async () => dead.depth().visible)).toBe(1)

  await simulation.sweep()
  expect(await world.run(async () => queue.depth().visible)).toBe(1)
  expect((await claims(simulation, simulation.agent('ann'))).status).toBe(200)
  await world.run(async () => redrive(dead, queue))
  expect((await claims(simulation, simulation.agent('ben'))).status).toBe(204)
  await simulation.drain()
  expect(simulation.violations()).toEqual([])
})
