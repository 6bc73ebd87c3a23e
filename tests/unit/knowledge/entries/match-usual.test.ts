import { expect, test } from 'vitest'
import { matchUsual, sharesOf, tellMatters } from '#shared/knowledge/entries/match-usual.ts'
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
const piecesIn = (text: string) => piecesOf(text, () => new Set())
const pieces = (texts: readonly string[]) => texts.map(piecesIn)
const scale = scaleOf([...entries, ...matters].flatMap(pieces))
const weighed = (many: readonly (readonly string[])[]) =>
  many.map((texts) => pieces(texts).map((text) => weigh(text, scale)))

const tellMatter = tellMatters(matters.map(pieces))
const back = entries.map((texts) => sharesOf(pieces(texts).map(tellMatter), matters.length))
const kinships = matchUsual(weighed(entries), weighed(matters), back, scale.pieces.length)

test('a usual matter is an entry under another name where each is the other’s best', () => {
  expect(kinships[0]).toEqual({ kind: 'same', entry: 0 })
})

test('a matter that shares words is not far, and one that shares none is', () => {
  expect(kinships[1]?.kind).not.toBe('far')
  expect(kinships[3]).toEqual({ kind: 'far' })
})

test('a question is told to be the matter that it asks about, and any of them where no word is known', () => {
  const [tracking = 0, ...others] = tellMatter(piecesIn('track my parcel'))

  expect(tracking).toBeGreaterThan(Math.max(...others))
  expect(Math.max(...tellMatter(piecesIn('xyzzy')))).toBeLessThan(0.5)
})

test('shares add up over the questions asked, and are nothing where none is', () => {
  expect([...sharesOf([Float64Array.of(1, 0), Float64Array.of(0.5, 0.5)], 2)]).toEqual([0.75, 0.25])
  expect([...sharesOf([], 2)]).toEqual([0, 0])
})
