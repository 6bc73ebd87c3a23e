import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inBytes, inCharacters, splitText } from '#shared/channel/split-text.ts'

test('what fits is one part', () => {
  expect(splitText('One. Two.', 9)).toEqual(['One. Two.'])
})

test('parts end with sentences', () => {
  expect(splitText('One is here. Two is there. Three.', 27)).toEqual(['One is here. Two is there.', 'Three.'])
})

test('a sentence that is too long ends with a word, a word that is too long with a character', () => {
  expect(splitText('one two three', 8)).toEqual(['one two', 'three'])
  expect(splitText('abcdefgh', 3)).toEqual(['abc', 'def', 'gh'])
})

test('what is joined to one sign stays together, unless it alone is too long', () => {
  const family = '👩‍👩‍👧'

  expect(splitText(`${family}${family}`, 8)).toEqual([family, family])
  expect(splitText(family, 4).join('')).toBe(family)
})

test('languages without spaces are split too', () => {
  expect(splitText('你好。今天怎么样？', 4).join('')).toBe('你好。今天怎么样？')
})

test.each([
  ['characters', inCharacters],
  ['bytes', inBytes],
] as const)('nothing is lost, and every part fits, in %s', (_, measure) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 8, max: 40 }), (text, limit) => {
      const parts = splitText(text, limit, measure)
      expect(parts.every((part) => measure(part) <= limit)).toBe(true)
      expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    }),
    { seed: 7, numRuns: 300 },
  )
})
