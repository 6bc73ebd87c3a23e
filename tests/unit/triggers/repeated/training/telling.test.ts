import { expect, test } from 'vitest'
import { tellingOf } from '#shared/triggers/repeated/training/telling.ts'

const group = (...lines: string[]) => ({ language: 'en', family: 'en', lines })
const groups = [
  group('refund monday', 'refund please', 'refund now'),
  group('card please', 'card lost', 'card monday'),
  group('lamp now', 'monday lamp', 'lamp price'),
]
const weights = new Map(tellingOf(groups, (line) => line.split(' ')).map(({ what, weight }) => [what, weight]))
const of = (word: string) => weights.get(word) ?? Number.NaN

test('a word that is said again tells more than one as rare that is not', () => {
  expect(of('refund')).toBeGreaterThan(of('monday') + 0.5)
})

test('a word in one line tells something, as most rare words are said again', () => {
  expect(of('price')).toBeGreaterThan(0)
})

test('lines are counted, a word twice in one line once', () => {
  const [found] = tellingOf([group('the the', 'the', 'a')], (line) => line.split(' '))

  expect(found).toMatchObject({ what: 'the', lines: 2 })
})

test('a word in every line tells nothing', () => {
  const [the] = tellingOf([group('the', 'the', 'the'), group('the', 'the', 'the')], (line) => [line])

  expect(the?.weight).toBeLessThanOrEqual(0)
})
