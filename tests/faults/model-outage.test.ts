import { describe, expect, test } from 'vitest'
import type { LogEvent } from '#shared/log/log.ts'
import type { Fault } from '#tests/simulation/fault.ts'
import { malformedAnswers } from '#tests/simulation/malformed.ts'
import { replyingModel } from '#tests/simulation/model.ts'
import { Simulation } from '#tests/simulation/simulation.ts'

const second = 1_000
const minute = 60 * second
const question = 'How do I return a lamp?'

/** Everybody asks one question, some seconds after one another, while the model fails; how long each waited to hear anything. */
const outage = async (fault: Fault, customers: number, secondsBetween: number) => {
  const events: LogEvent[] = []
  const said = new Map<string, number>()
  let [failing, calls] = [true, 0]
  const simulation = new Simulation({
    log: (event) => events.push(event),
    faults: ({ service }) => {
      if (service !== 'bedrock') return undefined
      calls += Number(failing)
      return failing ? fault : undefined
    },
  })
  const { world, customers: company } = simulation
  const ask = async (n: number) => {
    const thread = `thread-${n}`
    said.set(thread, world.time.now())
    await company.says(thread, `${question} (${n})`, `m-${n}`)
  }
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, secondsBetween * second))
  await world.run(async () => {
    for (let n = 0; n < customers; n += 1) {
      await ask(n)
      await pause()
    }
  })
  await world.pass(2 * minute)
  const heard = world.channel.delivered.map(({ thread, at }) => at - (said.get(thread) ?? 0))
  failing = false
  await world.run(() => ask(customers))
  await world.pass(minute)
  return { simulation, events, heard, calls, last: world.channel.delivered.at(-1) }
}

describe('a model that for half an hour is', () => {
  test.each(['throttled', 'failing', 'hanging', 'answer-lost'] as const)(
    '%s leaves nobody waiting for a minute, is soon let alone, and is asked again when it is back',
    async (fault) => {
      const { simulation, events, heard, calls, last } = await outage(fault, 180, 10)
      const paused = events.findIndex(({ event }) => event === 'assistant.paused')
      const failures = events.slice(0, paused).filter(({ event }) => event === 'assistant.failed')

      expect(heard).toHaveLength(180)
      expect(Math.max(...heard)).toBeLessThanOrEqual(minute)
      expect(failures.length).toBeLessThanOrEqual(10)
      // A try each half minute, of at most two calls; not one a customer.
      expect(calls).toBeLessThanOrEqual(10 + 2 * 61)
      expect(events.some(({ event }) => event === 'assistant.resumed')).toBe(true)
      expect(last).toMatchObject({ author: 'assistant', text: `You asked: ${question} (180)` })
      expect(simulation.violations()).toEqual([])
    },
    60_000,
  )
})

test('the ways of answering badly are many', () => {
  expect(malformedAnswers.length).toBeGreaterThanOrEqual(200)
  expect(new Set(malformedAnswers.map(({ answer }) => JSON.stringify(answer))).size).toBe(malformedAnswers.length)
})

test('whatever the model answers, its customer hears of a person within a minute, and nothing that it wrote', async () => {
  const answers = new Map(malformedAnswers.map(({ answer }, n) => [`(${n})`, answer]))
  const calls = new Map<string, number>()
  const simulation = new Simulation({
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
    await world.run(() => customers.says(`thread-${n}`, `${question} (${n})`, `m-${n}`))
    // Long enough for a pause to end, should broken bytes have begun one.
    await world.pass(minute)
  }

  const { delivered } = world.channel
  expect(delivered.filter(({ author }) => author === 'assistant')).toEqual([])
  expect(delivered).toHaveLength(malformedAnswers.length)
  expect(Math.max(...delivered.map(({ thread, at }) => at - (started.get(thread) ?? 0)))).toBeLessThanOrEqual(minute)
  expect([...calls.values()].filter((count) => count > 2)).toEqual([])
  expect(simulation.violations()).toEqual([])
}, 120_000)
