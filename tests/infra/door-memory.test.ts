import { expect, test } from 'vitest'
import { knowledgeBytes, turnMegabytes } from '#infra/constructs/door-memory.ts'

const megabyte = 1_048_576

test.each([
  { knowledge: 'none', bytes: 0, megabytes: 192 },
  { knowledge: 'of the sample company', bytes: 170_000, megabytes: 192 },
  { knowledge: 'that just fits', bytes: (32 / 24) * megabyte, megabytes: 192 },
  { knowledge: 'one byte more', bytes: (32 / 24) * megabyte + 1, megabytes: 256 },
  { knowledge: 'of 2,000 articles', bytes: 6 * megabyte, megabytes: 320 },
])('a turn with knowledge $knowledge has $megabytes MB', ({ bytes, megabytes }) => {
  expect(turnMegabytes(bytes)).toBe(megabytes)
})

test('a folder without compiled knowledge counts as none', () => {
  expect(knowledgeBytes(import.meta.dirname)).toBe(0)
})
