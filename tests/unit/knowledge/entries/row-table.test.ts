import { expect, test } from 'vitest'
import { rowTable } from '#shared/knowledge/entries/row-table.ts'

test('a piece has its row, also where pieces fall on one place', () => {
  const pieces = Uint32Array.from([8, 16, 24, 0, 4_294_967_295])
  const rowOf = rowTable(pieces)

  expect([...pieces].map(rowOf)).toEqual([0, 1, 2, 3, 4])
})

test('an unknown piece has none, nor has anything in an empty table', () => {
  expect(rowTable(Uint32Array.of(8, 16))(32)).toBeUndefined()
  expect(rowTable(new Uint32Array())(0)).toBeUndefined()
})
