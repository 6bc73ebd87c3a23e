import { expect, test } from 'vitest'
import { Simulation } from '#tests/simulation/simulation.ts'

const second = 1_000
const minute = 60 * second
const runs = 9

// Each run of a door after the agent's: one of them is the sweep, which then finds the notice long overdue.
test.each([5, 6, 7, 8])(
  'a notice whose hand-over hangs is sent once, though the clock of door run %i is far ahead',
  async (run) => {
    // The turn tries again after its wait. By then an answer waits for the notice, and has put it on the sweep's list.
    const simulation = new Simulation({
      skewsMs: Array.from({ length: runs }, (_, other) => (other === run ? 10 * minute : 0)),
      faults: ({ door, operation, attempt }) =>
        door === 'TakeTurn' && operation.startsWith('SendMessage') && attempt === 1 ? 'hanging' : undefined,
    })
    const { world, customers } = simulation
    const ann = simulation.agent('ann')

    await world.run(() => customers.says('thread-1', 'I want to talk to a human', 'm-1'))
    await world.pass(second)
    const { body } = await world.run(() => ann.claim('care'))
    const { id } = body.handoff as { readonly id: string }
    await world.run(() => ann.act('messages', id, { text: 'Yes, I am here' }))
    await world.pass(second)
    await simulation.sweep()
    await simulation.drain()

    expect(world.channel.delivered.map(({ author }) => author)).toEqual(['system', 'agent'])
    expect(simulation.violations()).toEqual([])
  },
)
