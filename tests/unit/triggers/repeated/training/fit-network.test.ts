import { expect, test } from 'vitest'
import { correction } from '#shared/triggers/repeated/network.ts'
import { fitNetwork } from '#shared/triggers/repeated/training/fit-network.ts'
import { seededRandom } from '#shared/words/training/random.ts'

// One or the other, and not both: no weighing of the two alone can tell that.
const cases = [
  { values: [1, 0, 0], thought: 0, holds: false },
  { values: [1, 1, 0], thought: 0, holds: true },
  { values: [1, 0, 1], thought: 0, holds: true },
  { values: [1, 1, 1], thought: 0, holds: false },
]
const options = { units: 8, epochs: 500, rate: 0.1, ridge: 0 }
const learnt = (seed: number) => fitNetwork(cases, options, seededRandom(seed))

test('what only holds together is learnt', () => {
  const network = learnt(1)

  expect(cases.map(({ values }) => correction(values, network) > 0)).toEqual([false, true, true, false])
})

test('what is thought rightly already is left as it is', () => {
  const sure = cases.map((one) => ({ ...one, thought: one.holds ? 20 : -20 }))

  const network = fitNetwork(sure, options, seededRandom(1))

  for (const { values } of cases) expect(Math.abs(correction(values, network))).toBeLessThan(0.1)
})

test('the same seed makes the same network, another makes another', () => {
  expect(learnt(1)).toEqual(learnt(1))
  expect(learnt(2)).not.toEqual(learnt(1))
})
