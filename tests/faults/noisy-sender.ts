import { seededRandom } from '#shared/words/training/random.ts'
import { quantile } from '#tests/bench/median.ts'
import type { Violation } from '#tests/simulation/check.ts'
import { replyingModel } from '#tests/simulation/model.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { readTruth } from '#tests/simulation/truth.ts'
import { threadOf } from '#tests/support/inbound.ts'
import { testDeployed } from '#tests/support/test-config.ts'

export interface Noise {
  readonly seed: number
  readonly messages: number
  /** The messages go round them. */
  readonly threads: number
  /** People who ask one question each, at any time within so many milliseconds. */
  readonly others: number
  readonly lastsMs: number
  readonly limit: number
}

export interface NoiseResult {
  /** Model calls for the noisy sender. */
  readonly calls: number
  /** Deliveries of the noisy sender that were acknowledged. */
  readonly taken: number
  /** Of those: kept once, and in the order of their thread. */
  readonly keptInOrder: number
  readonly handoffs: number
  /** Milliseconds of virtual time from a question of somebody else's to its answer: 95 of 100 were quicker. */
  readonly othersP95: number
  readonly othersAnswered: number
  readonly violations: readonly Violation[]
}

const modelMs = 1_200
/** 300 more batches at once each minute, says AWS of queues that feed a function. */
const growsPerSecond = 5
/** Programs that send at once, each one message after the other. */
const atOnce = 20

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

// Asked in the same words over and over, the noise would be a handoff of another kind.
const deployedWith = (callsPerSenderPerHour: number) =>
  testDeployed({
    model: { id: 'us.amazon.nova-2-lite-v1:0', callsPerSenderPerHour },
    triggers: { 'repeated-question': { enabled: false } },
  })

const isNoisy = (text: string): boolean => text.includes('(order ')

/** How many of a thread's messages are kept as they were taken: once, one after the other. */
const inOrder = (taken: readonly string[], kept: readonly string[]): number =>
  kept.length === taken.length ? taken.filter((text, at) => kept[at] === text).length : 0

const keptInOrder = (simulation: Simulation): number => {
  const { messages } = readTruth(simulation.world.cloud.table)
  const taken = Map.groupBy(
    simulation.customers.taken.filter(({ text }) => isNoisy(text)),
    ({ thread }) => thread,
  )
  return [...taken].reduce((sum, [thread, all]) => {
    const kept = (messages.get(threadOf(thread)) ?? []).filter(({ author }) => author.kind === 'customer')
    const texts = [all, kept].map((some) => some.map(({ text }) => text))
    return sum + inOrder(texts[0] ?? [], texts[1] ?? [])
  }, 0)
}

/** Milliseconds from each question to its answer, of those that got one. */
const waitsOf = ({ world }: Simulation, asked: ReadonlyMap<string, number>): readonly number[] =>
  world.channel.delivered
    .filter(({ author, thread }) => author === 'assistant' && asked.has(thread))
    .map(({ thread, at }) => at - (asked.get(thread) ?? at))

class Crowd {
  readonly asked = new Map<string, number>()
  readonly #simulation: Simulation
  readonly #noise: Noise

  constructor(simulation: Simulation, noise: Noise) {
    this.#simulation = simulation
    this.#noise = noise
  }

  /** Its part of the threads, one message after the other. */
  async makesNoise(first: number): Promise<void> {
    const { threads, messages, lastsMs } = this.#noise
    const pauseMs = (lastsMs / messages) * Math.min(atOnce, threads)
    for (let thread = first; thread < threads; thread += atOnce)
      for (let n = thread; n < messages; n += threads) {
        const text = `How do I return a lamp? (order ${10_000 + n})`
        await this.#simulation.customers.says(`noise-${thread}`, text, `noise-${n}`, 'noisy')
        await sleep(pauseMs)
      }
  }

  async asksOnce(n: number, afterMs: number): Promise<void> {
    const { world, customers } = this.#simulation
    const thread = `other-${n}`
    await sleep(afterMs)
    this.asked.set(thread, world.time.now())
    await customers.says(thread, `How do I return a lamp? (${thread})`, thread)
  }
}

/** One sender with very many messages, and people who ask one question each meanwhile; everything until all is quiet. */
export const makeNoise = async (noise: Noise): Promise<NoiseResult> => {
  const random = seededRandom(noise.seed)
  const calls = { made: 0 }
  const simulation = new Simulation({
    seed: noise.seed,
    deployed: deployedWith(noise.limit),
    apart: true,
    growsPerSecond,
    model: async (request) => {
      if (isNoisy(JSON.stringify(request))) calls.made += 1
      await sleep(modelMs)
      return replyingModel(request)
    },
  })
  const crowd = new Crowd(simulation, noise)
  const others = Array.from({ length: noise.others }, () => random() * noise.lastsMs)
  const programs = Array.from({ length: Math.min(atOnce, noise.threads) }, (_, n) => n)
  await simulation.world.run(() =>
    Promise.all([
      ...programs.map((n) => crowd.makesNoise(n)),
      ...others.map((afterMs, n) => crowd.asksOnce(n, afterMs)),
    ]),
  )
  await simulation.drain()

  const waits = waitsOf(simulation, crowd.asked)
  return {
    calls: calls.made,
    taken: simulation.customers.taken.filter(({ text }) => isNoisy(text)).length,
    keptInOrder: keptInOrder(simulation),
    handoffs: readTruth(simulation.world.cloud.table).handoffs.length,
    othersP95: quantile(waits, 0.95),
    othersAnswered: waits.length,
    violations: simulation.violations(),
  }
}
