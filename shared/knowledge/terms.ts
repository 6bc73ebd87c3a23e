import { conceptsAt } from './concepts.ts'
import { isStopWord } from './stop-words.ts'
import { stem, wordsOf } from './words.ts'

/** One word that matters: its stem, unless the word alone is empty ("back"), and the concepts it stands for. */
export interface Term {
  readonly stem?: string
  readonly concepts: readonly string[]
}

/** Marks a concept among stems in the index: no word begins with it. */
export const conceptToken = (concept: string): string => `~${concept}`

/** The terms of a text in order; `respell` may put a known stem in the place of a mistyped one. */
export const termsOf = (text: string, respell: (stem: string) => string = (same) => same): Term[] => {
  const words = wordsOf(text)
  const stems = words.map((word) => (isStopWord(word) ? stem(word) : respell(stem(word))))
  const concepts = conceptsAt(stems)
  return words.flatMap((word, at): Term[] => {
    const meant = concepts[at] ?? []
    if (!isStopWord(word)) return [{ stem: stems[at] ?? word, concepts: meant }]
    return meant.length > 0 ? [{ concepts: meant }] : []
  })
}

export const tokensOf = (terms: readonly Term[]): string[] =>
  terms.flatMap(({ stem: own, concepts }) => [...(own === undefined ? [] : [own]), ...concepts.map(conceptToken)])

/** A question's terms, each once; a concept that a word of its own carries is not counted a second time. */
export const questionTerms = (text: string, respell: (stem: string) => string): Term[] => {
  const seen = new Set<string>()
  const terms = termsOf(text, respell)
  const carried = new Set(terms.flatMap(({ stem: own, concepts }) => (own === undefined ? [] : concepts)))
  return terms.filter(({ stem: own, concepts }) => {
    const key = own ?? concepts.map(conceptToken).join()
    const repeated = seen.has(key) || (own === undefined && concepts.every((concept) => carried.has(concept)))
    seen.add(key)
    return !repeated
  })
}
