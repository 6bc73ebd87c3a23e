import { describe, expect, test } from 'vitest'
import { fitClasses, likelihoods, marginsOf, type Sample } from '#shared/knowledge/entries/fit-classes.ts'
import type { Weighed } from '#shared/knowledge/entries/weighing.ts'
import { seededRandom } from '#shared/words/training/random.ts'

const having = (...rows: readonly number[]): Weighed => ({
  rows: Int32Array.from(rows),
  values: Float32Array.from(rows, () => 1 / Math.sqrt(rows.length)),
})
const samples: readonly Sample[] = [
  { text: having(0, 2), of: 0, weight: 1 },
  { text: having(0), of: 0, weight: 1 },
  { text: having(1, 2), of: 1, weight: 1 },
  { text: having(1), of: 1, weight: 1 },
]
const learnt = (taught: readonly Sample[] = samples, seed = 1) =>
  fitClasses(taught, { classes: 2, rows: 3, epochs: 12, random: seededRandom(seed) })
const shareOf = (text: Weighed, of: number, fitted = learnt()) => likelihoods(marginsOf(text, fitted))[of] ?? 0

describe('classes learnt from samples', () => {
  test('are told by what only one of them has, and not by what both have', () => {
    expect(shareOf(having(0), 0)).toBeGreaterThan(0.8)
    expect(shareOf(having(1), 1)).toBeGreaterThan(0.8)
    expect(shareOf(having(2), 0)).toBeCloseTo(0.5, 1)
  })

  test('listen less to a sample that weighs less', () => {
    const contradicting = (weight: number) => learnt([...samples, { text: having(0), of: 1, weight }])

    expect(shareOf(having(0), 0, contradicting(0.1))).toBeGreaterThan(shareOf(having(0), 0, contradicting(1)))
  })

  test('are the same numbers for the same seed and others for another', () => {
    expect(learnt().weights).toEqual(learnt().weights)
    expect(learnt(samples, 2).weights).not.toEqual(learnt().weights)
  })
})

test('likelihoods add up to one, however large the margins', () => {
  const shares = likelihoods(Float64Array.of(2000, 1999, -2000))

  expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1)
  expect(shares[0]).toBeCloseTo(0.731, 3)
})
