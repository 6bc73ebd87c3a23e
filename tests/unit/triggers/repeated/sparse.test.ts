import { describe, expect, test } from 'vitest'
import { core, overlap, sparse } from '#shared/triggers/repeated/sparse.ts'

const one = sparse(
  new Map([
    [7, 2],
    [-3, 1],
    [5, 2],
  ]),
)
const other = sparse(
  new Map([
    [5, 3],
    [9, 1],
  ]),
)
const nothing = sparse(new Map())

test('weights stand in the order of their keys, negative ones first', () => {
  expect([...one.keys]).toEqual([-3, 5, 7])
  expect([...one.weights]).toEqual([1, 2, 2])
  expect(one.length).toBe(3)
})

describe('what two hold in common', () => {
  test('is multiplied and counted', () => {
    expect(overlap(one, other)).toEqual({ product: 6, count: 1, heaviest: 2 })
  })

  test('is nothing where they share no key', () => {
    expect(overlap(one, sparse(new Map([[8, 1]])))).toEqual({ product: 0, count: 0, heaviest: 0 })
    expect(overlap(one, nothing)).toEqual({ product: 0, count: 0, heaviest: 0 })
  })

  test('is all of one with itself', () => {
    expect(overlap(one, one)).toEqual({ product: 9, count: 3, heaviest: 2 })
  })
})

describe('what all three have', () => {
  test('is a share of the shortest', () => {
    expect(core(one, other, sparse(new Map([[5, 1]])), 0)).toBeCloseTo(4)
    expect(core(one, one, one, 0)).toBeCloseTo(1)
  })

  test('is less when two have it', () => {
    expect(core(one, other, sparse(new Map([[9, 1]])), 4)).toBe(0)
    expect(core(one, one, nothing, 4)).toBe(0)
  })
})
