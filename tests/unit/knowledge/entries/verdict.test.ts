import { describe, expect, test } from 'vitest'
import { verdictOf } from '#shared/knowledge/entries/verdict.ts'

const alike = Float64Array.of(0, 0, 0)
const margins = (...values: readonly number[]) => Float64Array.from(values)

describe('of two entries and two classes outside', () => {
  test('the likeliest entry is named, and what outside is likeliest', () => {
    expect(verdictOf(margins(1, 3, 0, 2), 2, alike)).toMatchObject({ entry: 1, outside: 1 })
    expect(verdictOf(margins(4, 3, 2, 0), 2, alike)).toMatchObject({ entry: 0, outside: 0 })
  })

  test('the share outside is what the entries do not have', () => {
    expect(verdictOf(margins(9, 0, 0, 0), 2, alike).outsideShare).toBeLessThan(0.01)
    expect(verdictOf(margins(0, 0, 9, 0), 2, alike).outsideShare).toBeGreaterThan(0.99)
  })

  test('a matter that fits as well, an entry that fits as well, and bare words each make it less sure', () => {
    const { margin } = verdictOf(margins(4, 0, 0, 0), 2, alike)

    expect(verdictOf(margins(4, 0, 4, 0), 2, alike).margin).toBeLessThan(margin)
    expect(verdictOf(margins(4, 4, 0, 0), 2, alike).margin).toBeLessThan(margin)
    expect(verdictOf(margins(2, -2, -2, -2), 2, alike).margin).toBeLessThan(margin)
  })

  test('a question that somebody asked nearly so makes it surer, one of a neighbouring matter less sure', () => {
    const one = margins(1, 0, 0, 0)

    expect(verdictOf(one, 2, Float64Array.of(1, 0, 0)).margin).toBeGreaterThan(verdictOf(one, 2, alike).margin)
    expect(verdictOf(one, 2, Float64Array.of(0, 0, 1)).margin).toBeLessThan(verdictOf(one, 2, alike).margin)
    expect(verdictOf(one, 2, Float64Array.of(0, 1, 0)).margin).toBe(verdictOf(one, 2, alike).margin)
  })

  test('odds stay numbers where nothing is left to doubt', () => {
    expect(verdictOf(margins(900, 0, 0, 0), 2, alike).margin).toBeLessThan(Number.POSITIVE_INFINITY)
    expect(verdictOf(margins(-900, -900, 0, 0), 2, alike).margin).toBeGreaterThan(Number.NEGATIVE_INFINITY)
  })
})
