import type { LogEvent } from '#shared/log/log.ts'
import { seededRandom } from '#shared/words/training/random.ts'
import type { Violation } from '#tests/simulation/check.ts'
import type { Fault } from '#tests/simulation/fault.ts'
import { Simulation } from '#tests/simulation/simulation.ts'

const minute = 60_000

export interface OutageOptions {
  readonly seed: number
  readonly fault: Fault
  readonly customersPerMinute: number
  /** On average; a full batch holds ten. */
  readonly atOnce: number
}

export interface OutageResult {
  /** From each message to the first that its customer heard. */
  readonly waitsMs: readonly number[]
  readonly unheard: number
  /** Failed calls of the model in one execution environment before its circuit opened, or in the whole outage. */
  readonly failuresBeforePause: readonly number[]
  readonly calls: number
  /** From the outage's end until the assistant answered everybody again. */
  readonly recoveredMs: number
  readonly violations: readonly Violation[]
}

/** Throttled, refused, silent, cut off, and a byte a second. */
export const outageFaults = ['throttled', 'failing', 'hanging', 'answer-lost', 'dripping'] as const

const healthyMs = 5 * minute
const outageMs = 30 * minute

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** What the circuits of all execution environments say. */
class Circuits {
  readonly #failures = new Map<number, number>()
  readonly #paused = new Set<number>()

  heard({ event }: LogEvent, environment: number): void {
    const isPause = event === 'assistant.paused'
    // The call that opened it is written down only afterwards.
    if ((isPause || event === 'assistant.failed') && !this.#paused.has(environment))
      this.#failures.set(environment, (this.#failures.get(environment) ?? 0) + 1)
    if (isPause) this.#paused.add(environment)
  }

  get failuresBeforePause(): readonly number[] {
    return [...this.#failures.values()]
  }
}

/**
 * Customers ask while the model works, for half an hour while it fails, and when it works again; each a thread of their
 * own, now and then several at once.
 */
export const playOutage = async (options: OutageOptions): Promise<OutageResult> => {
  const { seed, fault, customersPerMinute, atOnce } = options
  const random = seededRandom(seed)
  const circuits = new Circuits()
  const said: { readonly thread: string; readonly at: number }[] = []
  let calls = 0
  const isOut = () => {
    const since = world.time.now() - start
    return since >= healthyMs && since < healthyMs + outageMs
  }
  const simulation = new Simulation({
    seed,
    apart: true,
    log: (event, door, environment) => door === 'TakeTurn' && circuits.heard(event, environment),
    faults: ({ service }) => {
      if (service !== 'bedrock' || !isOut()) return undefined
      calls += 1
      return fault
    },
  })
  const { world, customers } = simulation
  const start = world.time.now()
  const ask = async (n: number) => {
    said.push({ thread: `thread-${n}`, at: world.time.now() })
    await customers.says(`thread-${n}`, `How do I return a lamp? (${n})`, `m-${n}`)
  }
  await world.run(async () => {
    for (let n = 0; world.time.now() - start < 2 * healthyMs + outageMs; n += 1) {
      void ask(n)
      if (random() * atOnce < 1) await sleep((random() * 2 * minute * atOnce) / customersPerMinute)
    }
  })
  await world.pass(2 * minute)
  await simulation.drain()
  return {
    ...heardBy(simulation, said, start + healthyMs + outageMs),
    failuresBeforePause: circuits.failuresBeforePause,
    calls,
    violations: simulation.violations(),
  }
}

const heardBy = (
  { world }: Simulation,
  said: readonly { readonly thread: string; readonly at: number }[],
  end: number,
): Pick<OutageResult, 'waitsMs' | 'unheard' | 'recoveredMs'> => {
  const first = new Map<string, { readonly at: number; readonly author: string }>()
  for (const { thread, at, author } of world.channel.delivered)
    if (!first.has(thread)) first.set(thread, { at, author })
  const waitsMs = said.flatMap(({ thread, at }) => {
    const heard = first.get(thread)
    return heard ? [heard.at - at] : []
  })
  const passedOn = said.filter(({ thread, at }) => at >= end && first.get(thread)?.author !== 'assistant')
  const recovered = Math.max(end, ...passedOn.map(({ at }) => at)) - end
  return { waitsMs, unheard: said.length - waitsMs.length, recoveredMs: recovered }
}
