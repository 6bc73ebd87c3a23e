import { expect, test } from 'vitest'
import { playErasures, stages } from './erasures/play-erasures.ts'

test('of whoever is erased no word is left in any store, wherever they were; of all others none is missing', async () => {
  const { left, missing, receipts, canaries } = await playErasures(4 * stages.length, 20_261_123)

  expect(left).toEqual([])
  expect(missing).toEqual([])
  expect(receipts).toHaveLength(canaries.filter(({ erased }) => erased).length)
  expect(receipts.reduce((sum, { erased }) => sum + (erased.exports ?? 0), 0)).toBeGreaterThan(0)
  expect(receipts.filter(({ verifiedAt }) => verifiedAt === undefined)).toEqual([])
}, 120_000)
