import { expect, test } from 'vitest'
import { echo } from '#shared/triggers/repeated/training/echo.ts'
import { seededRandom } from '#shared/words/training/random.ts'

const line = 'How do I dim the lamp?'
const echoes = Array.from({ length: 50 }, (_, seed) => echo(line, seededRandom(seed)))

test('the longer words stay, in whatever order', () => {
  for (const echoed of echoes) expect(echoed.split(' ')).toContain('lamp')
})

test('little words fall away, and the end may come first', () => {
  expect(new Set(echoes).size).toBeGreaterThan(5)
  expect(echoes.some((echoed) => echoed.startsWith('lamp') || echoed.startsWith('the lamp'))).toBe(true)
})

test('something is always left', () => {
  expect(echo('is it', () => 0)).toBe('is it')
})
