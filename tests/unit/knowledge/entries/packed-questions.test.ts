import { expect, test } from 'vitest'
import { base64, bytesOf } from '#shared/knowledge/entries/columns.ts'
import { packQuestions, unpackQuestions } from '#shared/knowledge/entries/packed-questions.ts'
import type { Weighed } from '#shared/knowledge/entries/weighing.ts'

const question = (rows: readonly number[], values: readonly number[]): Weighed => ({
  rows: Int32Array.from(rows),
  values: Float32Array.from(values),
})

test('questions come back in their groups, the empty ones too', () => {
  const groups = [[question([70_000, 3], [0.6, 0.8]), question([], [])], [], [question([5], [1])]]

  const back = unpackQuestions(JSON.parse(JSON.stringify(packQuestions(groups))))

  expect(back.map((questions) => questions.map(({ rows }) => [...rows]))).toEqual([[[70_000, 3], []], [], [[5]]])
  expect(back[0]?.[0]?.values[1]).toBeCloseTo(0.8, 2)
})

test('a column comes back wherever its bytes lay', () => {
  const within = new Uint32Array([1, 2, 3]).subarray(1)

  expect([...new Uint32Array(bytesOf(base64(within)))]).toEqual([2, 3])
  expect([...new Int8Array(bytesOf(base64(Int8Array.of(-1))))]).toEqual([-1])
})
