import { seededRandom } from '#shared/words/training/random.ts'
import type { Violation } from '#tests/simulation/check.ts'
import { redrive } from '#tests/simulation/redrive.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { deadLetterQueues, inboundQueue } from '#tests/simulation/stack-queues.ts'
import { readTruth } from '#tests/simulation/truth.ts'
import { threadOf } from '#tests/support/inbound.ts'
import { marker, Poison, type Poisoning, poisonedThread } from './poison.ts'

export interface Poisoned {
  /** How often the queue handed the poison out before it gave up. */
  readonly receives: number
  /** The queues with dead letters, each as often as it has some. */
  readonly parked: readonly string[]
  /** Promises broken to anybody else, and to anybody after the repair. */
  readonly violations: readonly string[]
  /** The longest that anybody else waited for an answer. */
  readonly longestWaitMs: number
  /** How often the poison, once repaired, had an effect. */
  readonly effects: number
}

const second = 1_000
const minute = 60 * second
const texts = ['How do I return a lamp?', 'Hello', 'It is blue', 'What does that cost?', 'I want to talk to a human']
/** Twenty tries of a delivery, a minute after each other, and some. */
const parkedAfter = 25
/** Longer than a silent conversation stays open: its timer has looked at what was never sent. */
const longestHours = 30

const deadOf = (queue: string): string => queue.replace('.fifo', '-dead.fifo')

/** Nine messages with one of poison among them, in one batch or several, before others of its thread or alone. */
const sayAll = async (simulation: Simulation, poison: Poison, random: () => number): Promise<void> => {
  const upTo = (most: number) => Math.floor(random() * (most + 1))
  const place = upTo(9)
  const own = random() < 0.5
  poison.isHeld = random() < 0.5
  const says = Array.from({ length: 10 }, (_, n) => {
    const others = own && n > place && random() < 0.3 ? poisonedThread : `thread-${upTo(3)}`
    const words = n === place ? marker : texts[upTo(texts.length - 1)]
    return { thread: n === place ? poisonedThread : others, text: `${words} (${n})`, id: `m-${n}` }
  })
  while (says.length > 0) {
    const atOnce = says.splice(0, 1 + upTo(9))
    for (const { thread, text, id } of atOnce)
      await simulation.world.run(() => simulation.customers.says(thread, text, id))
    await simulation.world.pass(upTo(3) * second)
  }
  poison.isHeld = false
}

const passes = async (simulation: Simulation, minutes: number): Promise<void> => {
  for (let n = 0; n < minutes; n += 1) {
    await simulation.world.pass(minute)
    await simulation.sweep()
  }
}

const told = ({ promise, what, thread = '' }: Violation): string => `${promise}: ${what} ${thread}`

/** Everybody else's promises: what the parked message itself still owes is not among them. */
const others = (simulation: Simulation): readonly string[] =>
  simulation
    .violations()
    .map(told)
    .filter(
      (what) =>
        !what.includes(marker) &&
        !what.includes('dead letters') &&
        !what.includes('messages left in') &&
        !what.includes(threadOf(poisonedThread)),
    )

const repair = async (simulation: Simulation, poison: Poison, { poison: kind, queue }: Poisoning): Promise<void> => {
  const { world, customers } = simulation
  poison.repair()
  if (kind !== 'unreadable') {
    await world.run(async () => redrive(world.cloud.queue(deadOf(queue)), world.cloud.queue(queue)))
    return simulation.drain()
  }
  // Nothing can be made of it: an operator lets it go, and the sweep finds what a delivery still owes.
  world.cloud.queue(deadOf(queue)).purge()
  if (queue === inboundQueue) customers.taken = customers.taken.filter(({ text }) => !text.includes(marker))
  for (let hour = 0; hour < longestHours; hour += 1) {
    await world.pass(60 * minute)
    await simulation.sweep()
  }
  await simulation.drain()
}

export const playPoison = async (of: Poisoning): Promise<Poisoned> => {
  const random = seededRandom(of.seed)
  const simulation = new Simulation({ seed: of.seed })
  const { world } = simulation
  const poison = new Poison(of, simulation)
  await sayAll(simulation, poison, random)
  const said = world.time.now()
  await passes(simulation, parkedAfter)

  const isPoisoned = ({ text }: { readonly text: string }) => text.includes(marker)
  const waits = world.channel.delivered.filter((one) => !isPoisoned(one) && one.thread !== poisonedThread)
  const before = others(simulation)
  const parked = await world.run(async () =>
    deadLetterQueues(['care', 'billing']).flatMap((name) =>
      Array.from({ length: world.cloud.queue(name).depth().visible }, () => name),
    ),
  )
  await repair(simulation, poison, of)
  // Its thread's order ends where it was given up on: what came behind it went its way.
  const isLate = ({ promise, thread }: Violation) => promise === 'order' && thread === threadOf(poisonedThread)
  const after = simulation.violations().filter((violation) => !isLate(violation))
  const stored = [...readTruth(world.cloud.table).messages.values()].flat().filter(isPoisoned)
  return {
    receives: poison.receives,
    parked,
    violations: [...before, ...after.map(told)],
    longestWaitMs: Math.max(0, ...waits.map(({ at }) => at - said)),
    effects:
      of.queue === inboundQueue
        ? stored.filter(({ author }) => author.kind === 'customer').length
        : world.channel.delivered.filter((one) => isPoisoned(one) && one.status < 300).length,
  }
}
