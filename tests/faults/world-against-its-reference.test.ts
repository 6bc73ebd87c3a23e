import { expect, test } from 'vitest'
import { compareRuns } from './commands/compare.ts'
import { found } from './commands/found.ts'
import type { Tally } from './commands/step.ts'

test('whatever customers and agents do, every door does as its plainest model says', async () => {
  const tallies = new Map<string, Tally>()

  await compareRuns({ numRuns: 500, seed: 20_261_122 }, { tallies })

  const idle = [...tallies].filter(([, { did }]) => did < 20).map(([kind]) => kind)
  expect(tallies.size).toBe(25)
  expect(idle).toEqual([])
}, 600_000)

test.each(found)('what once failed stays mended: seed $seed, path $path', async (failure) => {
  await compareRuns({ ...failure, numRuns: 1 })
})
