import { expect, test } from 'vitest'
import { aspectsOf } from '#shared/triggers/repeated/training/aspects.ts'

const [lamp, dim, cost] = [1, 2, 3]
const meanings: Readonly<Record<string, number>> = { lamp, dim, darker: dim, cost, price: cost }
const read = (line: string) => line.split(' ').flatMap((word) => meanings[word] ?? [])
const group = (...lines: string[]) => ({ language: 'en', family: 'en lamps', lines })

test('what is asked about a thing tells more than the thing', () => {
  const weights = aspectsOf([group('dim the lamp', 'lamp darker'), group('lamp price', 'cost of the lamp')], read)

  expect(weights.get(dim)).toBeGreaterThan((weights.get(lamp) ?? 0) + 1)
  expect(weights.get(cost)).toBe(weights.get(dim))
})

test('what is never told from anything else has no weight', () => {
  expect(aspectsOf([group('dim the lamp', 'lamp darker')], read).size).toBe(0)
})
