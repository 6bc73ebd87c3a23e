import { expect, test } from 'vitest'
import { readLexicon } from '#shared/triggers/repeated/lexicon.ts'
import { writeCommon } from '#shared/triggers/repeated/training/common-words.ts'
import { groups } from './phrases.ts'

const common = readLexicon('en', writeCommon(groups, 'en'), '').common

test('what is common in a language is kept, what is rare is left to the default', () => {
  expect(common.has('my')).toBe(true)
  expect(common.has('yesterday')).toBe(false)
})

test('words of another language do not count', () => {
  expect(common.has('paket')).toBe(false)
  expect(readLexicon('de', writeCommon(groups, 'de'), '').common.has('paket')).toBe(true)
})

test('weights are levels of a quarter, none below zero', () => {
  for (const weight of common.values()) {
    expect(weight * 4).toBe(Math.round(weight * 4))
    expect(weight).toBeGreaterThanOrEqual(0)
  }
})

test('a language without groups has no common words', () => {
  expect(writeCommon(groups, 'fi')).toBe('')
})
