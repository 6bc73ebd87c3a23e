import { expect, test } from 'vitest'
import { likeness, type PairWeights, shareOf } from '#shared/triggers/repeated/likeness.ts'
import { readNetwork } from '#shared/triggers/repeated/network.ts'

const weights: PairWeights = {
  dense: [-1, 2],
  shared: [3, 0],
  apart: [0, 4],
  crossed: Float32Array.of(0, 5, 5, 0),
  network: readNetwork(''),
}
const clearly = (meaning: number) => [{ meaning, share: 1 }]
const none = { shared: [], here: [], there: [] }

test('what is measured is weighed', () => {
  expect(likeness({ dense: [1, 0.5], ...none }, weights)).toBe(0)
  expect(likeness({ dense: [1, 1], ...none }, weights)).toBe(1)
})

test('a meaning that both have speaks for them', () => {
  expect(likeness({ dense: [1], ...none, shared: clearly(0) }, weights)).toBeCloseTo(-1 + 3 * shareOf(1))
})

test('a meaning that one has speaks against them, on either side', () => {
  const here = likeness({ dense: [1], ...none, here: clearly(1) }, weights)
  const there = likeness({ dense: [1], ...none, there: clearly(1) }, weights)

  expect(here).toBeCloseTo(-1 - 4 * shareOf(1))
  expect(there).toBe(here)
})

test('two meanings that are said for one another speak for them', () => {
  const crossed = likeness({ dense: [1], ...none, here: clearly(0), there: clearly(1) }, weights)

  expect(crossed).toBeCloseTo(-1 - 4 * shareOf(2) + 5 * shareOf(1))
})

test('many meanings do not say more than few by their number alone', () => {
  expect(4 * shareOf(4)).toBeLessThan(4 * shareOf(1))
})

test('a meaning that is one of several of its word says as much less', () => {
  const half = likeness({ dense: [1], ...none, shared: [{ meaning: 0, share: 0.5 }] }, weights)

  expect(half).toBeCloseTo(-1 + 0.5 * 3 * shareOf(1))
})

test('the network corrects what the numbers say alone', () => {
  const network = { inputs: 4, hidden: Float64Array.of(1, 0, 0, 0), out: Float64Array.of(2.5) }

  expect(likeness({ dense: [1], ...none }, { ...weights, network })).toBe(-1 + 2.5)
})
