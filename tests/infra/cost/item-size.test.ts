import { expect, test } from 'vitest'
import { itemBytes } from '#infra/cost/units/item-size.ts'
import type { Json } from '#infra/local/json.ts'

/** One attribute of one letter: its value's size and one byte more. */
const size = (value: Json): number => itemBytes({ a: value }) - 1

test.each([
  ['an ASCII string', { S: 'hello' }, 5],
  ['an umlaut', { S: 'ü' }, 2],
  ['an emoji', { S: '🛋' }, 4],
  ['an empty string', { S: '' }, 0],
  ['null', { NULL: true }, 1],
  ['true', { BOOL: true }, 1],
  ['three bytes', { B: 'AQID' }, 3],
  ['a set of strings', { SS: ['ab', 'c'] }, 3],
  ['a set of numbers', { NS: ['1', '123'] }, 5],
  ['an empty list', { L: [] }, 3],
  ['an empty map', { M: {} }, 3],
  ['a list of two strings', { L: [{ S: 'ab' }, { S: 'c' }] }, 3 + 1 + 2 + 1 + 1],
  ['a map of one string', { M: { name: { S: 'Ada' } } }, 3 + 1 + 4 + 3],
  ['a map within a list', { L: [{ M: { x: { N: '1' } } }] }, 3 + 1 + 3 + 1 + 1 + 2],
])('%s is %j, of so many bytes', (_what, value, bytes) => {
  expect(size(value)).toBe(bytes)
})

test.each([
  ['0', 1],
  ['7', 2],
  ['42', 2],
  ['123', 3],
  ['1700000000123', 8],
  ['1200', 2],
  ['0.0012', 2],
  ['-42', 3],
  ['0.6180339887', 6],
  ['12e5', 2],
])('the number %s takes %i bytes: one for two significant digits, one more, and one for a sign', (number, bytes) => {
  expect(size({ N: number })).toBe(bytes)
})

test('an item is its names and its values together', () => {
  expect(itemBytes({ pk: { S: 'THREAD#1' }, sk: { S: '~STATE' }, epoch: { N: '3' } })).toBe(2 + 8 + 2 + 6 + 5 + 2)
})
