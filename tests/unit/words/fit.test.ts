import { expect, test } from 'vitest'
import { fitHeads, type Row } from '#shared/words/training/fit.ts'
import { seededRandom } from '#shared/words/training/random.ts'

const row = (features: readonly number[], labels: number): Row => ({
  features: Int32Array.from(features),
  labels,
  weight: 1,
})

// Head 0 holds where feature 1 is, head 1 where feature 2 is; feature 3 says nothing.
const rows = Array.from({ length: 40 }, (_, at) => [
  row([1, 3], 1),
  row([2, 3, 3], 2),
  row([3, 4 + (at % 4)], 0),
]).flat()

const fitted = (heads: number, labels = (all: number) => all, seed = 7) =>
  fitHeads(
    rows.map((one) => ({ ...one, labels: labels(one.labels) })),
    { heads, tableSize: 8, epochs: 6, rate: 0.5, ridge: 0.0003, random: seededRandom(seed) },
  )

test('each head learns what holds for it', () => {
  const { weights } = fitted(2)

  const [one, other] = [weights[1 * 2], weights[2 * 2 + 1]]
  expect(one).toBeGreaterThan(1)
  expect(other).toBeGreaterThan(1)
  expect(weights[1 * 2 + 1]).toBeLessThan(0)
  expect(weights[2 * 2]).toBeLessThan(0)
})

test('a head learns to the last bit what it would learn alone: no sum goes from one to another', () => {
  const together = fitted(2)
  const first = fitted(1)
  const second = fitted(1, (labels) => labels >> 1)

  expect([...together.weights].filter((_, at) => at % 2 === 0)).toEqual([...first.weights])
  expect([...together.weights].filter((_, at) => at % 2 === 1)).toEqual([...second.weights])
  expect([...together.biases]).toEqual([first.biases[0], second.biases[0]])
})

test('the same seed makes the same weights, another one makes others', () => {
  expect(fitted(2).weights).toEqual(fitted(2).weights)
  expect(fitted(2, undefined, 8).weights).not.toEqual(fitted(2).weights)
})
