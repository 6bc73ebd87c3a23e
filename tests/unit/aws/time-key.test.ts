import { expect, test } from 'vitest'
import { timeKey } from '#shared/aws/dynamo-keys.ts'

test.each([
  [1_763_800_000_123.7, '1763800000123'],
  [7, '0000000000007'],
  [-1, '0000000000000'],
  [Number.MAX_SAFE_INTEGER, '9999999999999'],
])('%d is %s: always 13 digits, so that the order of keys is the order of times', (ms, key) => {
  expect(timeKey(ms)).toBe(key)
})
