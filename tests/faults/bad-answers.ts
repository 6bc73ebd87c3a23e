import type { Delivered } from '#tests/simulation/channel.ts'
import type { Violation } from '#tests/simulation/check.ts'
import { malformedAnswers } from '#tests/simulation/malformed.ts'
import { replyingModel } from '#tests/simulation/model.ts'
import { Simulation } from '#tests/simulation/simulation.ts'

const minute = 60_000

export interface BadAnswersResult {
  readonly kinds: number
  /** From each message to what its customer heard. */
  readonly waitsMs: readonly number[]
  readonly said: readonly Delivered[]
  /** Most calls of the model about one message. */
  readonly mostCalls: number
  readonly violations: readonly Violation[]
}

/** The model answers one customer after the other in another way that nobody can use. */
export const playBadAnswers = async (seed: number): Promise<BadAnswersResult> => {
  const answers = new Map(malformedAnswers.map(({ answer }, n) => [`(${n})`, answer]))
  const calls = new Map<string, number>()
  const simulation = new Simulation({
    seed,
    model: (request) => {
      const [name = ''] = JSON.stringify(request).match(/\(\d+\)/) ?? []
      calls.set(name, (calls.get(name) ?? 0) + 1)
      return answers.get(name) ?? replyingModel(request)
    },
  })
  const { world, customers } = simulation
  const started = new Map<string, number>()
  for (const n of malformedAnswers.keys()) {
    started.set(`thread-${n}`, world.time.now())
    await world.run(() => customers.says(`thread-${n}`, `How do I return a lamp? (${n})`, `m-${n}`))
    // Long enough for a pause to end, should broken bytes have begun one.
    await world.pass(minute)
  }
  const { delivered } = world.channel
  return {
    kinds: malformedAnswers.length,
    waitsMs: delivered.map(({ thread, at }) => at - (started.get(thread) ?? 0)),
    said: delivered,
    mostCalls: Math.max(...calls.values()),
    violations: simulation.violations(),
  }
}
