import type { Lexicon } from './lexicon.ts'

/** Tells which lexicons the words of a conversation are read with. */
export type SpokenLanguages = (words: readonly string[]) => readonly Lexicon[]

/** A language that is told half as clearly as the clearest is spoken as well. */
const ALSO = 0.5
const MOST = 3

/** "die" is a little word in German and none in English: which languages are spoken, the clearest first. */
export const createSpokenLanguages = (lexicons: readonly Lexicon[]): SpokenLanguages => {
  const tells = evidenceOf(lexicons)
  return (words) => {
    const weights = new Float64Array(lexicons.length)
    for (const word of words)
      for (const language of tells.get(word) ?? []) weights[language] = (weights[language] ?? 0) + 1
    const clearest = Math.max(...weights)
    // Nothing tells: each may be the one.
    if (clearest === 0) return lexicons
    return lexicons
      .map((lexicon, at) => ({ lexicon, weight: weights[at] ?? 0 }))
      .filter(({ weight }) => weight >= clearest * ALSO)
      .sort((one, other) => other.weight - one.weight)
      .slice(0, MOST)
      .map(({ lexicon }) => lexicon)
  }
}

/** The languages in which a word is common. */
const evidenceOf = (lexicons: readonly Lexicon[]): ReadonlyMap<string, readonly number[]> => {
  const evidence = new Map<string, number[]>()
  for (const [language, { common }] of lexicons.entries())
    for (const word of common.keys()) {
      const known = evidence.get(word)
      if (known === undefined) evidence.set(word, [language])
      else known.push(language)
    }
  return evidence
}
