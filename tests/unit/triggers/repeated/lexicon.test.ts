import { describe, expect, test } from 'vitest'
import { readLexicon } from '#shared/triggers/repeated/lexicon.ts'
import { chinese, english, german } from './lexicons.ts'

test('each common word tells as much as its level says', () => {
  expect(english.common.get('the')).toBe(0.5)
  expect(english.common.get('where')).toBe(1.25)
  expect(english.common.get('lamp')).toBeUndefined()
})

describe('a form is kept as it is written', () => {
  test.each([
    ['a whole word', english.forms().exact, 'parcel'],
    ['a beginning', english.forms().beginnings, 'package'],
    ['an ending', german.forms().endings, 'karte'],
    ['within a word', german.forms().inner, 'paket'],
  ])('%s', (_, kept, word) => {
    expect(kept.has(word)).toBe(true)
  })

  test('a phrase by its first word', () => {
    expect(english.forms().phrases.get('money')).toEqual([{ rest: ['back'], meaning: 3 }])
  })

  test('a word of an unspaced script by its first character, and one of a single character whole', () => {
    expect(chinese.forms().phrases.get('在')).toEqual([{ rest: ['哪'], meaning: 0 }])
    expect(chinese.forms().exact.get('卡')).toEqual([2])
  })
})

test('a word may have several meanings', () => {
  expect(readLexicon('en', '', '0 charge;1 charge').forms().exact.get('charge')).toEqual([0, 1])
})

test('the forms are read once', () => {
  expect(english.forms()).toBe(english.forms())
})

test('a language may have neither', () => {
  const empty = readLexicon('xx', '', '')

  expect(empty.common.size).toBe(0)
  expect(empty.forms().exact.size).toBe(0)
})
