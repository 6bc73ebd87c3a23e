import { describe, expect, test } from 'vitest'
import { pairFeatures } from '#shared/triggers/repeated/pair-features.ts'
import { asked, aspects, meaning } from './lexicons.ts'

const between = (one: string, other: string) => pairFeatures(asked(one), asked(other), aspects)

test('what both mean is shared, what one means is on its side', () => {
  const { shared, here, there } = between('where is my parcel', 'refund the package')

  expect([shared, here, there].map((side) => side.map((one) => one.meaning))).toEqual([
    [meaning.parcel],
    [meaning.where],
    [meaning.refund],
  ])
})

test('it does not matter which of the two came first', () => {
  const one = between('where is my parcel', 'my money back').dense
  const other = between('my money back', 'where is my parcel').dense

  expect(one).toEqual(other)
})

test('more in common means more in every measure of likeness, and never beyond one', () => {
  const [same, alike, apart] = [
    between('where is my parcel', 'where is my parcel'),
    between('where is my parcel', 'my parcel'),
    between('where is my parcel', 'dim a lamp'),
  ].map(({ dense }) => dense.slice(1, 9))

  for (const [at, value] of (alike ?? []).entries()) {
    expect(value).toBeLessThanOrEqual((same?.[at] ?? 0) + 1e-9)
    expect(value).toBeGreaterThan(apart?.[at] ?? 1)
  }
  expect(Math.max(...(same ?? []))).toBeLessThanOrEqual(1)
})

describe('every number is finite and as many as ever', () => {
  test.each([
    ['', ''],
    ['lamp', ''],
    ['the the the', 'the'],
    ['卡', 'card'],
    ['x'.repeat(9_000), 'y'],
  ])('%s / %s', (one, other) => {
    const { dense } = between(one, other)

    expect(dense.every(Number.isFinite)).toBe(true)
    expect(dense).toHaveLength(between('lamp', 'card').dense.length)
  })
})

test('one thing in common is no aspect in common', () => {
  const [same, apart] = [
    between('where is my parcel', 'where my parcel'),
    between('where is my parcel', 'refund my parcel'),
  ]

  const [together, , both] = same.dense.slice(-10, -4)
  const [none, , different] = apart.dense.slice(-10, -4)
  expect([together, both]).toEqual([(2 + 0.1) / 4, 0])
  expect(none).toBeCloseTo(0.1 / 4)
  expect(different).toBeCloseTo(2 / 4)
})

test('a stem in common tells the more, the fewer meanings were understood', () => {
  const [strange, known] = [
    between('leveransadressen', 'leveransadress'),
    between('refund leveransadressen', 'refund leveransadress'),
  ].map(({ dense }) => dense.slice(-3))
  const [apart] = between('leveransadressen', 'kvitto').dense.slice(-3)

  expect(strange?.[1]).toBeCloseTo(strange?.[0] ?? 0)
  expect(known?.[1]).toBeLessThan(known?.[0] ?? 0)
  expect(apart).toBe(0)
})
