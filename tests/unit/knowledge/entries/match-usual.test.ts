import { expect, test } from 'vitest'
import { matchUsual } from '#shared/knowledge/entries/match-usual.ts'
import { piecesOf } from '#shared/knowledge/entries/question-pieces.ts'
import { scaleOf, weigh } from '#shared/knowledge/entries/weighing.ts'

const entries = [
  ['where is my parcel', 'track my parcel', 'parcel has not come yet'],
  ['send me the invoice', 'copy of the invoice', 'invoice for march'],
  ['how do I reset my password', 'I forgot my password', 'password is wrong'],
]
const matters = [
  ['track the parcel', 'where is the parcel'],
  ['parcel came broken', 'my parcel is broken and wet'],
  ['forgot the password', 'reset the password'],
  ['feed elephants', 'tall giraffes everywhere'],
]
const pieces = (texts: readonly string[]) => texts.map((text) => piecesOf(text, () => new Set()))
const scale = scaleOf([...entries, ...matters].flatMap(pieces))
const weighed = (many: readonly (readonly string[])[]) =>
  many.map((texts) => pieces(texts).map((text) => weigh(text, scale)))

const kinships = matchUsual(weighed(entries), weighed(matters), scale.pieces.length)

test('a usual matter is an entry under another name where each is the other’s best', () => {
  expect(kinships[0]).toEqual({ kind: 'same', entry: 0 })
})

test('a matter that shares words is not far, and one that shares none is', () => {
  expect(kinships[1]?.kind).not.toBe('far')
  expect(kinships[3]).toEqual({ kind: 'far' })
})
