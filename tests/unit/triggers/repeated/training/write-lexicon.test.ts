import { describe, expect, test } from 'vitest'
import { MeaningError, meaningNames, writeForms } from '#shared/triggers/repeated/training/write-lexicon.ts'

const names = ['?where', 'card']
const written = (content: string, language = 'en') => writeForms(language, content, names)

test('the names are those of the English file, in its order', () => {
  expect(meaningNames('# heading\n?where: where\n\ncard: card*')).toEqual(names)
})

describe('forms are folded as messages are', () => {
  test.each([
    ['letters', 'card: Cärd', '1 card'],
    ['a beginning', 'card: card*', '1 card*'],
    ['an ending', 'card: *karte', '1 *karte'],
    ['within a word', 'card: *karte*', '1 *karte*'],
    ['a phrase', 'card: debit_card', '1 debit_card'],
    ['a phrase, whose stars fall away', 'card: debit_card*', '1 debit_card'],
    ['one form that two become', 'card: card CARD', '1 card'],
    ['several meanings', '?where: where\ncard: card', '0 where;1 card'],
  ])('%s', (_, content, expected) => {
    expect(written(content)).toBe(expected)
  })

  test('characters that no space parts stay together', () => {
    expect(written('card: 信用卡', 'zh')).toBe('1 信用卡')
  })
})

describe('a line is refused', () => {
  test.each([
    ['without a meaning', 'card card', 'must be "meaning: form form"'],
    ['without forms', 'card:', 'must be "meaning: form form"'],
    ['of a meaning that English lacks', 'lamp: lampe', '"lamp" is no meaning'],
    ['with a form of no letters', 'card: 123', '"123" has no word'],
  ])('%s', (_, content, fault) => {
    expect(() => written(content)).toThrow(MeaningError)
    expect(() => written(content)).toThrow(fault)
  })

  test('when a meaning stands twice', () => {
    expect(() => meaningNames('card: card\ncard: cards')).toThrow('"card" stands twice')
  })
})
