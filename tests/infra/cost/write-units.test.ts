import { expect, test } from 'vitest'
import { type KeysOnlyIndex, writeUnits } from '#infra/cost/units/write-units.ts'
import type { JsonObject } from '#infra/local/json.ts'

const indexes: readonly KeysOnlyIndex[] = [
  { name: 'lists', keys: ['listKey', 'listSort'] },
  { name: 'byCustomer', keys: ['customerId', 'sk'] },
]
const text = (characters: number) => ({ S: 'x'.repeat(characters) })
/** Keys take 6 bytes, and the filling its name's 1. */
const sized = (bytes: number, more: JsonObject = {}): JsonObject => ({
  pk: { S: 'p' },
  sk: { S: 's' },
  f: text(bytes - 7),
  ...more,
})
const listed = { listKey: { S: 'TIMER' }, listSort: { S: '1' } }

const units = (before: JsonObject | undefined, after: JsonObject | undefined, transactional = false) =>
  writeUnits({ before, after }, indexes, transactional)

test.each([
  { bytes: 7, plain: 1, transactional: 2 },
  { bytes: 1_024, plain: 1, transactional: 2 },
  { bytes: 1_025, plain: 2, transactional: 4 },
  { bytes: 3_000, plain: 3, transactional: 6 },
])('an item of $bytes bytes takes $plain units, $transactional in a transaction', ({ bytes, plain, transactional }) => {
  expect(units(undefined, sized(bytes)).table).toBe(plain)
  expect(units(undefined, sized(bytes), true).table).toBe(transactional)
})

test('an update is billed by the larger of the two, whichever it is', () => {
  expect(units(sized(2_000), sized(100)).table).toBe(2)
  expect(units(sized(100), sized(2_000)).table).toBe(2)
})

test('a deletion is billed by what was deleted, and one of nothing by one unit', () => {
  expect(units(sized(2_000), undefined).table).toBe(2)
  expect(units(undefined, undefined).table).toBe(1)
})

test.each([
  { what: 'enters a list', before: sized(100), after: sized(100, listed), index: 1 },
  { what: 'leaves a list', before: sized(100, listed), after: sized(100), index: 1 },
  {
    what: 'moves within a list',
    before: sized(100, listed),
    after: sized(100, { ...listed, listSort: { S: '2' } }),
    index: 2,
  },
  { what: 'changes elsewhere', before: sized(100, listed), after: sized(200, listed), index: 0 },
  { what: 'has only half of an index key', before: undefined, after: sized(100, { listKey: { S: 'L' } }), index: 0 },
  { what: 'enters two lists', before: undefined, after: sized(100, { ...listed, customerId: { S: 'c' } }), index: 2 },
])('an item that $what moves $index index units, also in a transaction', ({ before, after, index }) => {
  expect(units(before, after).index).toBe(index)
  expect(units(before, after, true).index).toBe(index)
})

test('an index entry holds keys alone, so a large item has a small one', () => {
  expect(units(undefined, sized(5_000, listed))).toEqual({ table: 5, index: 1 })
})
