import { describe, expect, test } from 'vitest'
import { createSpokenLanguages } from '#shared/triggers/repeated/spoken-languages.ts'
import { chinese, english, german } from './lexicons.ts'

const spoken = createSpokenLanguages([english, german, chinese])
const languages = (...words: string[]) => spoken(words).map(({ language }) => language)

describe('a conversation is read', () => {
  test('in the language of its common words', () => {
    expect(languages('where', 'is', 'my', 'lampe')).toEqual(['en'])
    expect(languages('wo', 'ist', 'die', 'card')).toEqual(['de'])
  })

  test('in both of two that are about as clear, the clearer first', () => {
    expect(languages('where', 'is', 'my', 'wo', 'ist')).toEqual(['en', 'de'])
  })

  test('without one that only a word tells', () => {
    expect(languages('where', 'is', 'my', 'wo')).toEqual(['en'])
  })

  test('in any when nothing tells', () => {
    expect(languages('qwerty')).toEqual(['en', 'de', 'zh'])
    expect(languages()).toEqual(['en', 'de', 'zh'])
  })
})

test('no more than three are read at once', () => {
  const many = ['a', 'b', 'c', 'd'].map((language) => ({ ...english, language }))

  expect(createSpokenLanguages(many)(['the'])).toHaveLength(3)
})
