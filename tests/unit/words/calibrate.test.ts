import { expect, test } from 'vitest'
import { calibrate } from '#shared/words/training/calibrate.ts'

const probability = ({ slope, offset }: { slope: number; offset: number }, margin: number): number =>
  1 / (1 + Math.exp(-(slope * margin + offset)))

const observed = (margin: number, holds: boolean, weight: number) => ({ margin, holds, weight })

test('a share that was observed is the probability that is claimed', () => {
  const found = calibrate([observed(1, true, 3), observed(1, false, 1), observed(-1, true, 1), observed(-1, false, 9)])

  expect(probability(found, 1)).toBeCloseTo(0.75, 4)
  expect(probability(found, -1)).toBeCloseTo(0.1, 4)
})

test('margins far beyond what counts do not make the steps leap away', () => {
  const few = [observed(40, true, 0.95), observed(40, false, 0.05), observed(-60, false, 3.9), observed(-60, true, 0.1)]

  const found = calibrate(few)

  expect(probability(found, 40)).toBeCloseTo(0.95, 3)
  expect(probability(found, -60)).toBeCloseTo(0.025, 3)
})

test('the curve is the same whether what was observed is told at once or twice, with half the weight', () => {
  const once = [observed(2, true, 4), observed(2, false, 1), observed(-2, true, 2), observed(-2, false, 7)]
  const twice = [...once, ...once].map((one) => ({ ...one, weight: one.weight / 2 }))

  const [one, other] = [calibrate(once), calibrate(twice)]

  expect(other.slope).toBeCloseTo(one.slope, 4)
  expect(other.offset).toBeCloseTo(one.offset, 4)
})
