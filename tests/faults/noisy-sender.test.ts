import { beforeAll, describe, expect, test } from 'vitest'
import { eventSource } from '#tests/simulation/stack-doors.ts'
import { makeNoise, type Noise, type NoiseResult } from './noisy-sender.ts'

/** Before anybody counts, each execution environment may call once that begins within the time of a first call. */
const uncounted = 2 * eventSource.concurrency

const quiet: Noise = { seed: 11, messages: 0, threads: 1, others: 40, lastsMs: 20_000, limit: 8 }

let without: NoiseResult
beforeAll(async () => {
  without = await makeNoise(quiet)
})

describe.each([
  ['one thread', 1],
  ['60 threads', 60],
  ['a thread for each message', 300],
])('a sender with 300 messages on %s', (_, threads) => {
  test('keeps within the budget, has one person, loses nothing, and keeps nobody else waiting', async () => {
    const noise = await makeNoise({ ...quiet, messages: 300, threads })

    expect(noise).toMatchObject({ taken: 300, keptInOrder: 300, handoffs: 1, violations: [] })
    expect(noise.calls).toBeGreaterThan(1)
    expect(noise.calls).toBeLessThanOrEqual(quiet.limit + (threads > 1 ? uncounted : 0))
    expect([without.othersAnswered, noise.othersAnswered]).toEqual([40, 40])
    expect(noise.othersP95).toBeLessThan(without.othersP95 * 1.2)
  })
})
