import { Remembered } from '../../words/remembered.ts'
import type { Forms, Lexicon } from './lexicon.ts'

// "how much money do I really have": so many words may stand between two of a phrase.
const GAP = 1
const SHORTEST_INNER = 3
const LONGEST_INNER = 12
// Looking inside takes time by the square of the length, and no compound is longer.
const LONGEST_WORD = 24

/** Every meaning that a text's words and phrases have in one language, and how clearly: a word of four has each by half. */
export const meaningsOf = (words: readonly string[], lexicon: Lexicon): ReadonlyMap<number, number> => {
  const { phrases } = lexicon.forms()
  const found = new Map<number, number>()
  for (const [at, word] of words.entries()) {
    const own = wordMeanings(word, lexicon)
    const clear = 1 / Math.sqrt(own.length)
    for (const meaning of own) if (clear > (found.get(meaning) ?? 0)) found.set(meaning, clear)
    for (const { rest, meaning } of phrases.get(word) ?? []) if (follows(rest, words, at)) found.set(meaning, 1)
  }
  return found
}

const follows = (rest: readonly string[], words: readonly string[], from: number): boolean => {
  let at = from
  for (const word of rest) {
    const next = words.slice(at + 1, at + 2 + GAP).indexOf(word)
    if (next === -1) return false
    at += 1 + next
  }
  return true
}

const remembered = new WeakMap<Lexicon, Remembered<string, readonly number[]>>()
const WORDS = 2_500

const wordMeanings = (word: string, lexicon: Lexicon): readonly number[] => {
  const known = remembered.get(lexicon) ?? new Remembered<string, readonly number[]>(WORDS)
  remembered.set(lexicon, known)
  const seen = known.get(word)
  if (seen !== undefined) return seen
  const found = [...lookUp(word, lexicon.forms())]
  known.set(word, found)
  return found
}

const lookUp = (word: string, { exact, beginnings, endings, inner }: Forms): ReadonlySet<number> => {
  const found = new Set<number>(exact.get(word))
  if (word.length > 3 && word.endsWith('s'))
    for (const meaning of exact.get(word.slice(0, -1)) ?? []) found.add(meaning)
  if (word.length > LONGEST_WORD) return found
  for (let end = 1; end <= word.length; end++)
    for (const meaning of beginnings.get(word.slice(0, end)) ?? []) found.add(meaning)
  if (endings.size > 0)
    for (let from = 0; from < word.length; from++)
      for (const meaning of endings.get(word.slice(from)) ?? []) found.add(meaning)
  if (inner.size === 0) return found
  for (let from = 0; from <= word.length - SHORTEST_INNER; from++)
    for (let end = from + SHORTEST_INNER; end <= Math.min(word.length, from + LONGEST_INNER); end++)
      for (const meaning of inner.get(word.slice(from, end)) ?? []) found.add(meaning)
  return found
}
