import { expect, test } from 'vitest'
import { RememberedWords } from '#shared/words/remembered-words.ts'

const wordIn = (words: RememberedWords<number>, word: string): number | undefined => words.get(word, 0, word.length)

test('a word is found where it stands in a text, and no part of it is', () => {
  const words = new RememberedWords<number>(10)
  words.set('human', 1)
  words.set('人工', 2)

  expect(words.get('a human!', 2, 7)).toBe(1)
  expect(words.get('转人工客服', 1, 3)).toBe(2)
  expect(words.get('a human!', 2, 6)).toBeUndefined()
  expect(words.get('a humans', 2, 8)).toBeUndefined()
  expect(words.get('Human', 0, 5)).toBeUndefined()
})

test('nothing is a word like any other', () => {
  const words = new RememberedWords<number>(10)

  expect(wordIn(words, '')).toBeUndefined()

  words.set('', 1)
  expect(wordIn(words, '')).toBe(1)
})

test('what is asked for stays, what is not falls out, and there are never more than twice as many', () => {
  const words = new RememberedWords<number>(100)
  words.set('asked for', 1)
  words.set('left alone', 2)

  for (let at = 0; at < 1_000; at++) {
    words.set(`word ${at}`, at)
    expect(wordIn(words, 'asked for')).toBe(1)
    expect(words.size).toBeLessThanOrEqual(200)
  }

  expect(wordIn(words, 'left alone')).toBeUndefined()
  expect(wordIn(words, 'word 999')).toBe(999)
})

// Found by trial: strings of two characters that come to one place of a table of this size.
const ofOnePlace = (): readonly string[] => {
  const words = new Map<number, string[]>()
  for (let one = 0; one < 300; one++)
    for (let other = 0; other < 300; other++) {
      const word = String.fromCharCode(0x100 + one, 0x100 + other)
      let hash = 0x811c9dc5
      for (const letter of word) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
      const place = (hash ^ (hash >>> 15)) & 2_047
      words.set(place, [...(words.get(place) ?? []), word])
    }
  return [...words.values()].sort((a, b) => b.length - a.length)[0] ?? []
}

test('words made up to come to one place are forgotten, not searched for among each other', () => {
  const words = new RememberedWords<number>(1_000)
  const crowd = ofOnePlace()

  for (const [at, word] of crowd.entries()) words.set(word, at)

  expect(crowd.length).toBeGreaterThan(30)
  expect(words.size).toBeLessThanOrEqual(16)
  expect(crowd.slice(0, 16).map((word) => wordIn(words, word))).toEqual(crowd.slice(0, 16).map((_, at) => at))
  expect(wordIn(words, crowd[20] ?? '')).toBeUndefined()
})
