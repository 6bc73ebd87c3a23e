import { expect, test } from 'vitest'
import { likenessTo } from '#shared/knowledge/entries/likeness.ts'
import type { Weighed } from '#shared/knowledge/entries/weighing.ts'

const weighed = (values: Readonly<Record<number, number>>): Weighed => ({
  rows: Int32Array.from(Object.keys(values), Number),
  values: Float32Array.from(Object.values(values)),
})

const likeness = likenessTo([[weighed({ 1: 1 }), weighed({ 1: 0.6, 2: 0.8 })], [weighed({ 3: 1 })], []])

test('a text is as like to a group as to the likest of its questions', () => {
  expect([...likeness(weighed({ 2: 1 }))].map((cosine) => cosine.toFixed(2))).toEqual(['0.80', '0.00', '0.00'])
  expect(likeness(weighed({ 1: 0.6, 3: 0.8 }))[1]).toBeCloseTo(0.8)
})

test('a text without a known piece is like nothing', () => {
  expect([...likeness(weighed({ 9: 1 }))]).toEqual([0, 0, 0])
})
