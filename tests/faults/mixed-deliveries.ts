import { seededRandom } from '#shared/words/training/random.ts'
import type { Violation } from '#tests/simulation/check.ts'
import type { Taken } from '#tests/simulation/people.ts'
import { Simulation } from '#tests/simulation/simulation.ts'

const second = 1_000
const day = 86_400 * second
const texts = ['How do I return a lamp?', 'Hello', 'It is blue', 'I want to talk to a human', 'I was charged twice']

/**
 * Messages of a few customers, each delivered up to so many times, up to ten places out of order, some at once, some days
 * later. What the seed makes of it is the same every time.
 */
export const mixDeliveries = async (seed: number): Promise<readonly Violation[]> => {
  const random = seededRandom(seed)
  const upTo = (most: number) => Math.floor(random() * (most + 1))
  const simulation = new Simulation({ seed, indexLagMs: upTo(1) * 500 })
  const { world, customers } = simulation
  const messages = Array.from({ length: 3 + upTo(9) }, (_, n): Pick<Taken, 'thread' | 'id' | 'text'> => {
    const text = `${texts[upTo(texts.length - 1)]} (${n})`
    return { thread: `thread-${upTo(2)}`, id: `m-${n}`, text }
  })
  const deliveries = messages
    .flatMap((message, n) =>
      Array.from({ length: 1 + (random() < 0.5 ? upTo(3) : 0) }, () => ({ message, place: n + random() * 10 })),
    )
    .sort((one, other) => one.place - other.place)
  while (deliveries.length > 0) {
    const atOnce = deliveries.splice(0, 1 + upTo(3))
    await world.run(() =>
      Promise.all(atOnce.map(({ message: { thread, text, id } }) => customers.says(thread, text, id))),
    )
    await world.pass(upTo(20) * second)
  }
  const late = messages[upTo(messages.length - 1)]
  await world.pass(upTo(8) * day)
  if (late) await world.run(() => customers.says(late.thread, late.text, late.id))
  await simulation.drain()
  return simulation.violations()
}
