import { test } from 'vitest'
import { compareRuns, type FoundFailure } from './commands/compare.ts'

/** Found once, kept for good. */
const found: readonly FoundFailure[] = []

test('whatever customers and agents do, every door does as its plainest model says', async () => {
  await compareRuns({ numRuns: 500, seed: 20_261_122 })
}, 600_000)

test.each(found)('what once failed stays mended: seed $seed, path $path', async (failure) => {
  await compareRuns({ ...failure, numRuns: 1 })
})
