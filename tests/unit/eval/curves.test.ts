import { describe, expect, test } from 'vitest'
import {
  averagePrecision,
  bestF1,
  calibrationError,
  precisionRecall,
  reliabilityBins,
} from '#tests/eval/triggers/curves.ts'

const scored = (...pairs: readonly (readonly [score: number, holds: boolean])[]) =>
  pairs.map(([score, holds]) => ({ score, holds }))

const some = scored([0.2, false], [0.9, true], [0.4, true], [0.7, false])

describe('the precision-recall curve', () => {
  test('has a point for each threshold, the strictest first', () => {
    expect(precisionRecall(some)).toEqual([
      { threshold: 0.9, precision: 1, recall: 0.5 },
      { threshold: 0.7, precision: 1 / 2, recall: 0.5 },
      { threshold: 0.4, precision: 2 / 3, recall: 1 },
      { threshold: 0.2, precision: 1 / 2, recall: 1 },
    ])
  })

  test('counts equal scores at once: no threshold parts them', () => {
    expect(precisionRecall(scored([0.5, false], [0.5, true], [0.5, true]))).toEqual([
      { threshold: 0.5, precision: 2 / 3, recall: 1 },
    ])
  })

  test('has the area and the best F1 that one computes by hand', () => {
    expect(averagePrecision(precisionRecall(some))).toBeCloseTo(0.5 * 1 + 0.5 * (2 / 3), 10)
    expect(bestF1(precisionRecall(some))).toBeCloseTo(0.8, 10)
  })

  test('is empty for nothing, and flat where nothing holds', () => {
    expect(precisionRecall([])).toEqual([])
    expect(bestF1([])).toBe(0)
    expect(precisionRecall(scored([0.5, false]))).toEqual([{ threshold: 0.5, precision: 0, recall: 0 }])
  })
})

describe('reliability', () => {
  test('bins claims by tenths, certainty in the last, and leaves empty bins out', () => {
    const bins = reliabilityBins(scored([0.05, false], [0.95, true], [1, true], [0.91, false]))

    expect(bins).toEqual([
      { claimed: 0.05, held: 0, count: 1 },
      { claimed: expect.closeTo(0.9533, 3), held: 2 / 3, count: 3 },
    ])
  })

  test('is off by the mean distance of claims from what came true', () => {
    const honest = [{ claimed: 0.5, held: 0.5, count: 10 }]
    const boastful = [...honest, { claimed: 0.9, held: 0.5, count: 30 }]

    expect(calibrationError(honest)).toBe(0)
    expect(calibrationError(boastful)).toBeCloseTo(0.3, 10)
    expect(calibrationError([])).toBe(0)
  })
})
