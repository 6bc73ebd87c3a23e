import { expect, test } from 'vitest'
import { Simulation } from '#tests/simulation/simulation.ts'
import { readTruth } from '#tests/simulation/truth.ts'

const minute = 60_000
const hours = 4

test('a provider that hangs for hours is tried with each message as often as with a single one: none is given up', async () => {
  const simulation = new Simulation({
    seed: 3,
    faults: ({ service }) => (service === 'channel' ? 'hanging' : undefined),
  })
  const { world, customers } = simulation
  const threads = Array.from({ length: 60 }, (_, n) => `thread-${n}`)

  await world.run(() =>
    Promise.all(threads.map((thread) => customers.says(thread, 'How do I return a lamp?', `${thread}-1`))),
  )
  await world.pass(hours * 60 * minute)
  world.calls.faults = () => undefined
  await world.pass(2 * 60 * minute)
  await simulation.drain()

  const messages = [...readTruth(world.cloud.table).messages.values()].flat()
  expect(messages.filter(({ delivery }) => delivery === 'sent')).toHaveLength(threads.length)
  expect(simulation.violations()).toEqual([])
})
