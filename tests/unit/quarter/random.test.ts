import { expect, test } from 'vitest'
import { seeded, weighted } from '#infra/quarter/random.ts'

const draws = (seed: number, name?: string) => {
  const random = name === undefined ? seeded(seed) : seeded(seed).fork(name)
  return Array.from({ length: 5 }, () => random.next())
}

test('one seed, one row of draws; another seed or another name, another', () => {
  expect(draws(1)).toEqual(draws(1))
  expect(new Set([draws(1), draws(2), draws(1, 'desk'), draws(1, 'arrivals')].map((row) => row.join())).size).toBe(4)
})

test('what is drawn beside a stream moves nothing in it', () => {
  const [one, other] = [seeded(3), seeded(3)]
  one.fork('aside').next()

  expect(one.next()).toBe(other.next())
})

test('shares come out as they were asked for', () => {
  const random = seeded(9)
  const of = [
    ['a', 3],
    ['b', 1],
    ['never', 0],
  ] as const
  const drawn = Array.from({ length: 8_000 }, () => weighted(random, of))

  expect(drawn.filter((one) => one === 'a').length / 8_000).toBeCloseTo(0.75, 1)
  expect(drawn).not.toContain('never')
  expect(weighted(random, [])).toBeUndefined()
})

test('spreads have their middle where it was asked for', () => {
  const random = seeded(4)
  const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length / 2] ?? 0

  const [times, waits] = [
    Array.from({ length: 6_000 }, () => random.lognormal(9, 0.65)),
    Array.from({ length: 6_000 }, () => random.exponential(10)),
  ]

  expect(middle(times)).toBeGreaterThan(8.5)
  expect(middle(times)).toBeLessThan(9.5)
  expect(waits.reduce((a, b) => a + b, 0) / waits.length).toBeCloseTo(10, -0.5)
})
