import { describe, expect, test } from 'vitest'
import { probability, SURE, tripleFeatures } from '#shared/triggers/repeated/triple.ts'
import { asked } from './lexicons.ts'

const three = (one: string, other: string, third: string) => [asked(one), asked(other), asked(third)] as const
const parcels = three('where is my parcel', 'the parcel', 'my package')

describe('three messages', () => {
  test('are measured alike in any order of their likenesses', () => {
    expect(tripleFeatures(parcels, [3, -1, 2])).toEqual(tripleFeatures(parcels, [2, 3, -1]))
  })

  test('are no more alike than sure, nor less', () => {
    expect(tripleFeatures(parcels, [99, 99, -99])).toEqual(tripleFeatures(parcels, [SURE, SURE, -SURE]))
  })

  test('have a core when all mean one thing, and none when one does not', () => {
    const [, , , , , , whole = 0] = tripleFeatures(parcels, [0, 0, 0])
    const [, , , , , , none = 1] = tripleFeatures(three('my parcel', 'the package', 'a lamp'), [0, 0, 0])

    expect(whole).toBeGreaterThan(0.5)
    expect(none).toBe(0)
  })
})

test('the chance is that of a logistic curve', () => {
  expect(probability([1, 2], [0, 0])).toBe(0.5)
  expect(probability([1, 2], [-1, 1])).toBeCloseTo(1 / (1 + Math.exp(-1)))
})
