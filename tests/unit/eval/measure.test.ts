import { describe, expect, test } from 'vitest'
import { floors, heldTo } from '#tests/eval/triggers/floors.ts'
import { countsOf, macroF1, measure, wilson } from '#tests/eval/triggers/measure.ts'

const rows = (holds: boolean, fired: boolean, count: number) =>
  Array.from({ length: count }, () => ({ holds, fired, score: Number(fired) }))

/** 6 found, 2 wrongly, 4 missed, 8 rightly left alone. */
const outcomes = [...rows(true, true, 6), ...rows(false, true, 2), ...rows(true, false, 4), ...rows(false, false, 8)]

test('each of the four kinds is counted', () => {
  expect(countsOf(outcomes)).toEqual({ tp: 6, fp: 2, fn: 4, tn: 8 })
})

test('the measures are those that one computes by hand', () => {
  const { n, positives, precision, recall, f1, falsePositiveRate } = measure(outcomes)

  expect({ n, positives }).toEqual({ n: 20, positives: 10 })
  expect(precision.value).toBe(0.75)
  expect(recall.value).toBe(0.6)
  expect(f1).toBeCloseTo(2 / 3, 10)
  expect(falsePositiveRate.value).toBe(0.2)
})

describe('the interval of Wilson', () => {
  test('is the published one for 6 of 10', () => {
    expect(wilson(6, 10).low).toBeCloseTo(0.3127, 3)
    expect(wilson(6, 10).high).toBeCloseTo(0.8318, 3)
  })

  test('stays between 0 and 1, and knows nothing of nothing', () => {
    expect(wilson(0, 10)).toMatchObject({ value: 0, low: 0 })
    expect(wilson(0, 10).high).toBeCloseTo(0.2775, 3)
    expect(wilson(10, 10)).toMatchObject({ value: 1, high: 1 })
    expect(wilson(0, 0)).toEqual({ value: 0, low: 0, high: 1 })
  })
})

test('who never fires has no F1, and no error', () => {
  expect(measure(rows(true, false, 3)).f1).toBe(0)
})

test('the macro F1 is the mean over groups that hold enough of both kinds', () => {
  const perfect = [...rows(true, true, 5), ...rows(false, false, 5)]
  const half = [...rows(true, true, 5), ...rows(true, false, 10), ...rows(false, false, 5)]
  const oneSided = rows(true, false, 50)

  expect(macroF1([perfect, half, oneSided])).toBeCloseTo((1 + 0.5) / 2, 10)
  expect(macroF1([oneSided])).toBeUndefined()
})

describe('a floor', () => {
  const floor = floors.find(({ trigger }) => trigger === 't4_legal')

  test('is met at its very value, each bound by itself', () => {
    const least = { trigger: 'x', domain: 'all', english: { recall: 0.6 }, everywhere: { f1: 0.7 } } as const
    const held = heldTo({ ...least, falsePositiveRate: 0.2 }, measure(outcomes), measure(outcomes))

    expect(held.map(({ what, met }) => [what, met])).toEqual([
      ['English, recall', true],
      ['all languages, F1', false],
      ['false-positive rate', true],
    ])
  })

  test('asks for F1 in English and everywhere, and a bounded rate', () => {
    expect(floor).toMatchObject({ english: { f1: 0.88 }, everywhere: { f1: 0.82 }, falsePositiveRate: 0.05 })
  })
})
