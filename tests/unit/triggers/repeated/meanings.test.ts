import { describe, expect, test } from 'vitest'
import { hear } from '#shared/triggers/repeated/asked.ts'
import { readLexicon } from '#shared/triggers/repeated/lexicon.ts'
import { meaningsOf } from '#shared/triggers/repeated/meanings.ts'
import { chinese, english, german, meaning } from './lexicons.ts'

const found = (text: string, lexicon = english) => [...meaningsOf(hear(text).words, lexicon).keys()].sort()

describe('a meaning is found', () => {
  test.each([
    ['in a whole word', 'my card', english, [meaning.card]],
    ['in its plural', 'my cards', english, [meaning.card]],
    ['at the beginning of a longer word', 'the packages', english, [meaning.parcel]],
    ['at the end of a compound', 'meine Kreditkarte', german, [meaning.card]],
    ['within a compound', 'die Paketverfolgung', german, [meaning.parcel]],
    ['in a phrase', 'I want my money back', english, [meaning.refund]],
    ['in a phrase with a word between', 'when does it get to here', english, [meaning.parcel]],
    ['in characters that no space parts', '我的卡在哪', chinese, [meaning.where, meaning.card]],
  ])('%s', (_, text, lexicon, expected) => {
    expect(found(text, lexicon)).toEqual(expected)
  })
})

describe('a meaning is not found', () => {
  test.each([
    ['in the middle of a word that it must be whole', 'a discarded thing', english],
    ['in half a phrase', 'I have money', english],
    ['in a phrase with its words far apart', 'the money that I never ever got back', english],
    ['in a phrase turned round', 'back to the money', english],
    ['before a longer ending', 'der Kartenleser', german],
    ['in another language', 'card', german],
  ])('%s', (_, text, lexicon) => {
    expect(found(text, lexicon)).toEqual([])
  })
})

test('the same word means the same the second time, when it is remembered', () => {
  expect(found('packages')).toEqual(found('packages'))
})

test('a very long word is not looked into', () => {
  expect(found(`${'xyz'.repeat(7)}paket${'xyz'.repeat(7)}`, german)).toEqual([])
  expect(found('xyzpaketxyz', german)).toEqual([meaning.parcel])
})

test('a word of two meanings has each less clearly, a phrase its own wholly', () => {
  const both = readLexicon('en', '', '0 post;1 post send_it')

  expect(meaningsOf(['post'], both).get(0)).toBeCloseTo(Math.SQRT1_2)
  expect(meaningsOf(['post', 'send', 'it'], both).get(1)).toBe(1)
})
