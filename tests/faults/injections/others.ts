import type { Simulation } from '#tests/simulation/simulation.ts'
import { saysAll } from './attacked-thread.ts'

/** What nobody but Bob, the agents or the company may read; and a note that the customer's own agent wrote. */
export const canaries = [
  'CANARY-PROFILE',
  'CANARY-WORDS',
  'CANARY-NOTE',
  'CANARY-AGENT',
  'CANARY-NAME',
  'CANARY-RECORD',
  'CANARY-CLERK',
  'CANARY-OWN-NOTE',
] as const

const bob = { sender: 'customer-bob', verified: { email: 'bob@example.com' } }

export const profile = async (simulation: Simulation, id: string, body: object): Promise<void> => {
  await simulation.world.run(() =>
    simulation.admin().request({ route: 'PUT /customers/{id}', path: { id: `customer-${id}` }, body }),
  )
}

/** An agent takes whoever waits, writes this, and does what else there is to do. */
const handled = async (simulation: Simulation, note: string, then: readonly (readonly [string, object?])[]) => {
  const { world } = simulation
  const ann = simulation.agent('ann')
  const { body } = await world.run(() => ann.claim('care'))
  const { id } = body.handoff as { readonly id: string }
  await world.run(() => ann.act('notes', id, { text: note }))
  for (const [verb, said] of then) await world.run(() => ann.act(verb, id, said))
}

/** Somebody else, of whom everything is known: profile, words, notes, an agent's answer. */
export const knowBob = async (simulation: Simulation): Promise<void> => {
  await profile(simulation, 'bob', {
    name: 'Bob CANARY-NAME',
    account: 'CANARY-PROFILE',
    attributes: { plan: 'CANARY-PROFILE' },
  })
  await saysAll(simulation, 'bob', ['I want to talk to a human. My address is CANARY-WORDS'], bob)
  await handled(simulation, 'CANARY-NOTE', [['messages', { text: 'CANARY-AGENT' }]])
}

/** On a thread that others write on as well, Bob has had his order looked up. */
export const askedOn = (simulation: Simulation, thread: string): Promise<void> =>
  saysAll(simulation, thread, ['Where is my order 2001?'], bob)

/** The conversation was with an agent before, who wrote something down. */
export const returnedOn = async (simulation: Simulation, thread: string): Promise<void> => {
  await saysAll(simulation, thread, ['I want to talk to a human'])
  await handled(simulation, 'CANARY-OWN-NOTE', [['return']])
}
