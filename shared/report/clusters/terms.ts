import { conceptsAt } from '../../knowledge/concepts.ts'
import { isStopWord } from '../../knowledge/stop-words.ts'
import { stem, wordsOf } from '../../knowledge/words.ts'
import { withoutCourtesies } from './courtesy.ts'
import { isAboutOwnThings } from './own-things.ts'

/** What a question is compared by, each with how much it says; every name begins with what kind of term it is. */
export type Terms = ReadonlyMap<string, number>

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u
const links = /\bhttps?:\/\/\S+|\S+@\S+\.\S+/g
/** The same word under other endings, in languages whose endings nobody listed. */
const beginning = 5

const bigrams = (word: string): string[] => {
  const letters = Array.from(word)
  return letters.length === 1 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}

/** Names and numbers of things tell questions of one matter apart: what has a digit is left out. */
const countsAsWord = (word: string): boolean => !/\d/.test(word) && !(word.length < 2 && !unspaced.test(word))

export const isNeutral = (term: string): boolean => /^[~@#!]/.test(term)

/** Stems, beginnings of words, pairs of letters where words are not spaced, and concepts (`~`), which know no language. */
export const termsOf = (text: string): Terms => {
  const words = wordsOf(withoutCourtesies(text).replace(links, ' '))
  const concepts = conceptsAt(words.map(stem))
  const found = new Map<string, number>()
  const note = (term: string, says: number) => found.set(term, Math.max(found.get(term) ?? 0, says))
  words.forEach((word, at) => {
    for (const concept of concepts[at] ?? []) note(`~${concept}`, 1)
    if (!countsAsWord(word) || isStopWord(word)) return
    if (unspaced.test(word)) for (const pair of bigrams(word)) note(pair, 0.8)
    else {
      note(stem(word), (concepts[at] ?? []).length > 0 ? 0.5 : 1)
      if (word.length > beginning) note(`^${word.slice(0, beginning)}`, 0.5)
    }
  })
  if (found.size > 0 && isAboutOwnThings(text)) note('!own', 0.7)
  return found
}
