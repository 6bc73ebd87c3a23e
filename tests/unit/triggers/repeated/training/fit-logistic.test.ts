import { describe, expect, test } from 'vitest'
import { type Case, chanceOf, fitLogistic } from '#shared/triggers/repeated/training/fit-logistic.ts'
import { seededRandom } from '#shared/words/training/random.ts'

const cases: readonly Case[] = Array.from({ length: 60 }, (_, at) => ({
  at: [0, 1, 2],
  values: [1, at % 2, (at % 5) / 5],
  holds: at % 2 === 1,
}))
const options = { size: 3, epochs: 20, rate: 0.3, ridge: () => 0.001, random: seededRandom(1) }
const fitted = (changes: Partial<typeof options> = {}) =>
  fitLogistic(cases, { ...options, random: seededRandom(1), ...changes })

describe('a fit', () => {
  test('weighs what tells above what does not', () => {
    const [, telling = 0, noise = 0] = fitted()

    expect(telling).toBeGreaterThan(2)
    expect(Math.abs(noise)).toBeLessThan(telling / 2)
  })

  test('tells the cases apart', () => {
    const weights = fitted()

    for (const one of cases) expect(chanceOf(one, weights) > 0.5).toBe(one.holds)
  })

  test('is the same for the same seed', () => {
    expect(fitted()).toEqual(fitted())
    expect(fitted({ random: seededRandom(2) })).not.toEqual(fitted())
  })

  test('is pulled towards zero by the ridge', () => {
    const [, free = 0] = fitted()
    const [, pulled = 0] = fitted({ ridge: () => 1 })

    expect(Math.abs(pulled)).toBeLessThan(free / 2)
  })

  test('of nothing is zero', () => {
    expect([...fitLogistic([], options)]).toEqual([0, 0, 0])
  })
})

test('without weights every case is as likely as not', () => {
  expect(cases.map((one) => chanceOf(one, new Float64Array(3)))).toEqual(cases.map(() => 0.5))
})
