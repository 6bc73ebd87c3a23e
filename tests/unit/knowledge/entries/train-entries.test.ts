import { describe, expect, test } from 'vitest'
import { marginsOf } from '#shared/knowledge/entries/fit-classes.ts'
import { tellMatters } from '#shared/knowledge/entries/match-usual.ts'
import { piecesOf } from '#shared/knowledge/entries/question-pieces.ts'
import { selfCheck } from '#shared/knowledge/entries/self-check.ts'
import { type Lessons, trainEntries } from '#shared/knowledge/entries/train-entries.ts'
import { weigh, weighWords } from '#shared/knowledge/entries/weighing.ts'

const pieces = (text: string) => piecesOf(text, () => new Set())
const named = (name: string, ...questions: readonly string[]) => ({ name, questions: questions.map(pieces) })
const matters = [
  named('shop: tracking', 'track the parcel', 'the parcel has not come'),
  named('shop: password', 'forgot the password', 'reset the password'),
  named('shop: invoice', 'the invoice please', 'invoice for april'),
  named('shop: hours', 'are you open on sunday', 'closed at noon'),
]
const lessons: Lessons = {
  entries: [
    named('parcel', 'where is my parcel', 'track my parcel', 'parcel has not come', 'when does the parcel come'),
    named('password', 'reset my password', 'I forgot my password', 'password is wrong', 'new password please'),
    named('invoice', 'send me the invoice', 'invoice is wrong', 'where is my invoice', 'invoice for march'),
  ],
  matters,
  tellMatter: tellMatters(matters.map(({ questions }) => questions)),
  ordinary: ['hello there', 'play a song', 'is it raining', 'tell a joke'].map(pieces),
}
const trained = trainEntries(lessons)
const best = (text: string) => {
  const margins = marginsOf(weigh(pieces(text), trained.scale), trained.fitted)
  return margins.indexOf(Math.max(...margins))
}

describe('the classes', () => {
  test('are the entries in order, then everything ordinary', () => {
    expect(trained.entries).toEqual(['parcel', 'password', 'invoice'])
    expect(best('forgot password')).toBe(1)
    expect(best('a song about rain')).toBe(3)
  })

  test('have the neighbours last', () => {
    expect(trained.fitted.classes).toBe(4 + trained.neighbours.length)
  })
})

test('a question lies beside the entries’ questions, and last beside those of other matters', () => {
  const likeness = trained.likeness(weighWords(pieces('are you open on sunday'), trained.scale))

  expect(likeness).toHaveLength(4)
  expect(likeness[3]).toBeCloseTo(1)
  expect(likeness[1]).toBe(0)
})

describe('the self-check', () => {
  test('grows with the margin, and is the same twice', () => {
    const calibration = selfCheck(lessons)

    expect(calibration.slope).toBeGreaterThan(0)
    expect(selfCheck(lessons)).toEqual(calibration)
  })

  test('asks a company that knows less than the whole', () => {
    const known: number[] = []
    selfCheck(lessons, (part) => {
      known.push(part.entries.length)
      return trainEntries(part)
    })

    expect(known).toEqual([2, 2, 2, 3])
  })

  test('finds a middle for a company of one entry and one question', () => {
    const { slope, offset } = selfCheck({ ...lessons, entries: [named('parcel', 'where is my parcel')] })

    expect(Number.isFinite(slope) && Number.isFinite(offset)).toBe(true)
    expect(-offset / slope).toBeCloseTo(-1, 4)
  })
})
