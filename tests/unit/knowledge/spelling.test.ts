import { describe, expect, test } from 'vitest'
import { editsBetween, respelling } from '#shared/knowledge/spelling.ts'

const respell = respelling(new Set(['password', 'refund', 'liefer', 'leather', 'medid', 'invoic', 'warranti']))

describe('edits', () => {
  test.each([
    ['refund', 'refund', 0],
    ['refund', 'refnd', 1],
    ['refund', 'refudn', 1],
    ['password', 'pasword', 1],
    ['delivery', 'dilivary', 2],
  ])('between %s and %s are %i', (a, b, edits) => {
    expect(editsBetween(a, b, 3)).toBe(edits)
  })

  test('are not counted on above the limit', () => {
    expect(editsBetween('refund', 'zebra', 1)).toBeGreaterThan(1)
  })
})

describe('respelling', () => {
  test.each([
    ['pasword', 'password'],
    ['refudn', 'refund'],
    ['invoc', 'invoic'],
    ['lieferkosten', 'liefer'],
  ])('takes %s for %s', (typed, known) => {
    expect(respell(typed)).toBe(known)
  })

  test.each([
    ['weather', 'another first letter is another word'],
    ['medic', 'another letter in a short word is another word'],
    ['lamp', 'a short word has too many neighbours'],
    ['4711refund', 'a number is no typo'],
    ['refund', 'it is known'],
  ])('leaves %s: %s', (typed) => {
    expect(respell(typed)).toBe(typed)
  })
})
