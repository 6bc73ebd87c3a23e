import { running } from '#tests/simulation/invocation.ts'
import type { Attempt } from '#tests/simulation/simulated-calls.ts'
import { Simulation } from '#tests/simulation/simulation.ts'

/** Changes what a door asks for, as a defect of the door would have. */
export type Defect = (attempt: Attempt, door: string) => void

const human = 'I want to talk to a human'
const second = 1_000

/** A day at the desk: two questions, three who want a person, of whom one is passed on and one given back. */
const play = async (simulation: Simulation): Promise<readonly string[]> => {
  const { world, customers } = simulation
  const says = async (thread: string, text: string, id: string) => {
    await world.run(() => customers.says(thread, text, id))
    await world.pass(10 * second)
  }
  const claims = async (who: string) => {
    const { body } = await world.run(() => simulation.agent(who).claim('care'))
    return (body.handoff as { readonly id: string } | undefined)?.id ?? 'nobody'
  }
  const acts = (who: string, verb: string, id: string, body?: unknown) =>
    world.run(() => simulation.agent(who).act(verb, id, body)).then(() => world.pass(second))
  await says('ada', 'How do I return a lamp?', 'a-1')
  await says('bo', `${human} (bo)`, 'b-1')
  await says('cy', `${human} (cy)`, 'c-1')
  await says('di', `${human} (di)`, 'd-1')
  await world.run(() => customers.says('ada', 'How do I return a lamp?', 'a-1'))
  const first = await claims('ann')
  await acts('ann', 'messages', first, { text: 'I am Ann' })
  await says('bo', 'Hello?', 'b-2')
  await acts('ann', 'notes', first, { text: 'Friendly' })
  const other = await claims('ben')
  await acts('ben', 'release', other)
  await acts('ben', 'messages', other, { text: 'Too late' })
  await acts('ben', 'transfer', await claims('ben'), { team: 'billing', reason: 'Theirs' })
  await acts('ann', 'return', first)
  await says('bo', 'How do I return a lamp? (bo)', 'b-3')
  await acts('ann', 'resolve', await claims('ann'), { outcome: 'solved' })
  for (let n = 0; n < 4; n += 1) {
    await world.pass(60 * second)
    await simulation.sweep()
  }
  await world.pass(second)
  return simulation.violations().map(({ promise, what }) => `${promise}: ${what}`)
}

/** Every promise that the day breaks with the defect in it. */
export const playWith = (defect: Defect): Promise<readonly string[]> => {
  const simulation = new Simulation()
  const { calls } = simulation.world
  const make = calls.make.bind(calls)
  calls.make = (attempt) => {
    defect(attempt, running.getStore()?.door ?? '')
    return make(attempt)
  }
  return play(simulation)
}
