import { describe, expect, test } from 'vitest'
import { probability, SURE, tripleFeatures } from '#shared/triggers/repeated/triple.ts'
import { asked, aspects } from './lexicons.ts'

const three = (one: string, other: string, third: string) => [asked(one), asked(other), asked(third)] as const
const parcels = three('where is my parcel', 'the parcel', 'my package')

describe('three messages', () => {
  test('are measured alike in any order of their likenesses', () => {
    expect(tripleFeatures(parcels, { logits: [3, -1, 2], outside: [], likely: 1 }, aspects)).toEqual(
      tripleFeatures(parcels, { logits: [2, 3, -1], outside: [], likely: 1 }, aspects),
    )
  })

  test('are no more alike than sure, nor less', () => {
    expect(tripleFeatures(parcels, { logits: [99, 99, -99], outside: [], likely: 1 }, aspects)).toEqual(
      tripleFeatures(parcels, { logits: [SURE, SURE, -SURE], outside: [], likely: 1 }, aspects),
    )
  })

  test('have a core when all mean one thing, and none when one does not', () => {
    const [, , , , , , whole = 0] = tripleFeatures(parcels, { logits: [0, 0, 0], outside: [], likely: 1 }, aspects)
    const [, , , , , , none = 1] = tripleFeatures(
      three('my parcel', 'the package', 'a lamp'),
      { logits: [0, 0, 0], outside: [], likely: 1 },
      aspects,
    )

    expect(whole).toBeGreaterThan(0.5)
    expect(none).toBe(0)
  })
})

test('the chance is that of a logistic curve', () => {
  expect(probability([1, 2], [0, 0])).toBe(0.5)
  expect(probability([1, 2], [-1, 1])).toBeCloseTo(1 / (1 + Math.exp(-1)))
})

test('three kinds of question about one thing are told from one kind', () => {
  const kinds = (one: string, other: string, third: string) =>
    tripleFeatures(three(one, other, third), { logits: [0, 0, 0], outside: [], likely: 1 }, aspects).slice(-6, -3)

  expect(kinds('where is my parcel', 'where my package', 'where the parcel')).toEqual([1, 1, 0])
  expect(kinds('where is my parcel', 'my package', 'the parcel')).toEqual([0, 0, 0])
})

test('others of the conversation that are as near take from what is near', () => {
  const among = (...outside: number[]) =>
    tripleFeatures(parcels, { logits: [3, 1, 1], outside, likely: 1 }, aspects).slice(-3, -1)

  expect(among()).toEqual([0, 0])
  expect(among(-3, 3)).toEqual([0.5, 1])
  expect(among(-99)).toEqual([0.25, 0])
})
