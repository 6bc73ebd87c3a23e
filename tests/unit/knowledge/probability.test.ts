import { expect, test } from 'vitest'
import { logitOf, probabilityOf } from '#shared/knowledge/probability.ts'

const surenesses = [0, 0.05, 0.2, 0.5, 0.8, 0.95, 1]

test('who is surer is likelier to be right, and nobody is certain', () => {
  const probabilities = surenesses.map((sureness) => probabilityOf(sureness))

  expect(probabilities).toEqual(probabilities.toSorted((a, b) => a - b))
  expect(new Set(probabilities).size).toBe(surenesses.length)
  expect(Math.min(...probabilities)).toBeGreaterThan(0)
  expect(Math.max(...probabilities)).toBeLessThan(1)
})

test('a calibration that changes nothing leaves a sureness as it is', () => {
  expect(probabilityOf(0.3, { slope: 1, offset: 0 })).toBeCloseTo(0.3, 10)
  expect(logitOf(0.5)).toBe(0)
})
