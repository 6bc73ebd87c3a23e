import { signedIn } from './people.ts'
import type { Simulation } from './simulation.ts'

export interface SimulatedJourney {
  readonly name: string
  readonly play: (simulation: Simulation) => Promise<void>
}

const second = 1_000
const minute = 60 * second
const human = 'I want to talk to a human'

/** Claims for the agent; `undefined` when nobody waits. */
const claimed = async (
  { world, agent }: Pick<Simulation, 'world' | 'agent'>,
  who: string,
  team = 'care',
): Promise<string | undefined> => {
  const { body } = await world.run(() => agent(who).claim(team))
  return (body.handoff as { readonly id: string } | undefined)?.id
}

const journey = (
  name: string,
  play: (steps: {
    readonly says: (text: string, thread?: string) => Promise<void>
    readonly claims: (who: string, team?: string) => Promise<string | undefined>
    readonly acts: (who: string, verb: string, id: string | undefined, body?: unknown) => Promise<void>
    readonly passes: (ms: number) => Promise<void>
    readonly sweeps: () => Promise<unknown>
    readonly simulation: Simulation
  }) => Promise<void>,
): SimulatedJourney => ({
  name,
  play: async (simulation) => {
    const { world, customers } = simulation
    let said = 0
    await play({
      simulation,
      passes: (ms) => world.pass(ms),
      sweeps: () => simulation.sweep(),
      says: async (text, thread = 'ada') => {
        said += 1
        const [id, words] = [`${name}-${said}`.replaceAll(' ', '-'), `${text} (${said})`]
        const along = text.includes(' my ') ? signedIn(thread) : {}
        await world.run(() => customers.says(thread, words, id, undefined, along))
        await world.pass(10 * second)
      },
      claims: (who, team) => claimed({ world, agent: (id) => simulation.agent(id) }, who, team),
      acts: async (who, verb, id, body) => {
        if (id !== undefined) await world.run(() => simulation.agent(who).act(verb, id, body))
        await world.pass(second)
      },
    })
  },
})

/** Every way through the doors, each on a thread of its own. */
export const simulatedJourneys: readonly SimulatedJourney[] = [
  journey('answered', async ({ says }) => {
    await says('How do I return a lamp?')
    await says('And what does that cost?')
  }),
  journey('asked for a person', async ({ says, claims, acts }) => {
    await says(human)
    const id = await claims('ann')
    await acts('ann', 'accept', id)
    await says('Are you there?')
    await acts('ann', 'messages', id, { text: 'I am Ann' })
    await acts('ann', 'notes', id, { text: 'Friendly' })
    await acts('ann', 'heartbeat', id)
    await acts('ann', 'resolve', id, { outcome: 'solved' })
    await says('How do I return a lamp?')
  }),
  journey('passed on', async ({ says, claims, acts }) => {
    await says('I was charged twice for one lamp')
    await says(human, 'bob')
    const first = await claims('ann', 'billing')
    await acts('ann', 'release', first)
    const again = await claims('ben', 'billing')
    await acts('ben', 'transfer', again, { team: 'care', reason: 'Not ours' })
    const head = await claims('ann', 'care')
    await acts('ann', 'decline', head)
    const last = await claims('ben', 'care')
    await acts('ben', 'messages', last, { text: 'I am Ben' })
    await acts('ben', 'resolve', last, { outcome: 'solved' })
  }),
  journey('forgotten', async ({ simulation, says, claims, acts, passes, sweeps }) => {
    const { world, customers } = simulation
    await says('How do I return a lamp? See the photo')
    await says(human)
    await says('How do I return a lamp?', 'bob')
    await acts('ann', 'messages', await claims('ann'), { text: 'I am Ann' })
    const path = { id: 'customer-ada' }
    await world.run(async () => {
      customers.forget('ada')
      await simulation.admin().request({ route: 'DELETE /customers/{id}', path })
    })
    for (let looks = 0; looks < 3; looks += 1) {
      await passes(6 * minute)
      await sweeps()
    }
  }),
  journey('returned', async ({ says, claims, acts }) => {
    await says(human)
    const id = await claims('ann')
    await acts('ann', 'messages', id, { text: 'The assistant knows that' })
    await acts('ann', 'return', id)
    await says('How do I return a lamp?')
  }),
  journey('left alone', async ({ says, claims, passes, sweeps }) => {
    await says(human)
    await claims('ann')
    await passes(10 * minute)
    await sweeps()
    await claims('ben')
    await says('Hello?')
  }),
  journey('with pictures', async ({ says, claims, acts }) => {
    await says('How do I return a lamp? See the photo')
    await says(human)
    await says('Here is a photo of it')
    const id = await claims('ann')
    await acts('ann', 'resolve', id, { outcome: 'solved' })
  }),
  journey('looked up', async ({ says, claims, acts }) => {
    await says('Where is my order?')
    await says('Please hold my parcel for a week')
    await says('How do I return a lamp?')
    await says(`Where is my order? ${human}`)
    const id = await claims('ann')
    await acts('ann', 'resolve', id, { outcome: 'solved' })
  }),
  journey('left the line', async ({ simulation: { world, customers }, says, claims, passes, sweeps }) => {
    await says(human)
    await says(human, 'bob')
    await world.run(() => customers.says('ada', 'Never mind, solved, thank you', 'left-1'))
    await passes(10 * second)
    await world.run(() => customers.says('ada', 'Never mind, solved, thank you', 'left-1'))
    await claims('ann')
    await claims('ben')
    await sweeps()
    await says('How do I return a lamp?')
  }),
  journey('in a burst', async ({ simulation: { world, customers }, passes }) => {
    const texts = ['Hello', 'How do I return a lamp?', 'It is blue', human]
    await world.run(() => Promise.all(texts.map((text, n) => customers.says('ada', `${text} (${n})`, `burst-${n}`))))
    await world.run(() => customers.says('ada', `${texts[0]} (0)`, 'burst-0'))
    await passes(minute)
    await world.run(() => customers.says('ada', `${texts[1]} (1)`, 'burst-1'))
    await passes(minute)
  }),
]
