import { holdsAddress } from '../channel/customer-words.ts'

/** Words, numbers, names and addresses as they are compared. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()

const numbers = /\p{N}(?:[\p{N}.,:/-]*\p{N})?/gu
const links = /\w{1,32}:\/\/\S+|(?:[\p{L}\p{N}-]{1,63}\.)+\p{L}{2,}(?:\/\S*)?/gu
const words = /\p{L}[\p{L}\p{M}'’-]*/gu
const sentenceEnds = /[.!?:;"„“»«(]\s*$|^\s*$/u

const addressesIn = (text: string): readonly string[] =>
  (text.match(/\S+/g) ?? []).flatMap((word) => (holdsAddress(word) ? [word] : (word.match(links) ?? [])))

const digitsOf = (number: string): string => number.replace(/\P{N}/gu, '')

/** Where nouns are written large, only two such words in a row look like somebody's name. */
const writesNounsLarge = (language: string): boolean => language.startsWith('de')

/** Words that look like a name: written large where no sentence begins. */
const namesIn = (text: string, language: string): readonly string[] => {
  const found = [...text.matchAll(words)].map(({ 0: word, index }) => ({
    word,
    isName: /^\p{Lu}/u.test(word) && word !== 'I' && !/^I['’]/.test(word) && !sentenceEnds.test(text.slice(0, index)),
  }))
  const isPair = (n: number) => found[n - 1]?.isName === true || found[n + 1]?.isName === true
  return found.flatMap(({ word, isName }, n) => (isName && (!writesNounsLarge(language) || isPair(n)) ? [word] : []))
}

/**
 * Whether every number, address and name of a model's sentence stands in what was said or fetched. What a model adds of
 * its own would be taken for the customer's word, or for a record. The sources, which may be long, are gone through once.
 */
export const borneOutIn = (sources: readonly string[], language: string): ((sentence: string) => boolean) => {
  const known = folded(sources.join('\n'))
  const knownNumbers = new Set((known.match(numbers) ?? []).map(digitsOf))
  return (sentence) => {
    const claimed = folded(sentence)
    return (
      (claimed.match(numbers) ?? []).every((number) => knownNumbers.has(digitsOf(number))) &&
      addressesIn(claimed).every((address) => known.includes(address.replace(/[.,;:!?)\]]+$/, ''))) &&
      namesIn(sentence, language).every((name) => known.includes(folded(name).replace(/['’]s$/, '')))
    )
  }
}
