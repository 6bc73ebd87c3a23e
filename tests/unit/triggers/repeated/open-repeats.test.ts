import { expect, test } from 'vitest'
import { openRepeats } from '#shared/triggers/repeated/open-repeats.ts'
import written from '#shared/triggers/repeated/weights.json' with { type: 'json' }

test('the model is read when it is first needed, and once', () => {
  let reads = 0
  const repeats = openRepeats(() => {
    reads++
    return written
  })
  const before = reads

  const [first, second] = [repeats(), repeats()]

  expect(before).toBe(0)
  expect(first).toBe(second)
  expect(reads).toBe(1)
})
