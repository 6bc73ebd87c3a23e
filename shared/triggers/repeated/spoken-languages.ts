import type { Lexicon } from './lexicon.ts'

/** Tells which lexicons the words of a conversation are read with. */
export type SpokenLanguages = (words: readonly string[]) => readonly Lexicon[]

/** A language that is told half as clearly as the clearest is spoken as well. */
const ALSO = 0.5
const MOST = 3
const COMMON = 1
/** A word that merely means something in a language tells it a little. */
const MEANS = 0.4

/** "die" is a little word in German and none in English: which languages are spoken, the clearest first. */
export const createSpokenLanguages = (lexicons: readonly Lexicon[]): SpokenLanguages => {
  const tells = evidenceOf(lexicons)
  return (words) => {
    const weights = new Float64Array(lexicons.length)
    for (const word of words)
      for (const { language, weight } of tells.get(word) ?? []) weights[language] = (weights[language] ?? 0) + weight
    const clearest = Math.max(...weights)
    if (clearest === 0) return []
    return lexicons
      .map((lexicon, at) => ({ lexicon, weight: weights[at] ?? 0 }))
      .filter(({ weight }) => weight >= clearest * ALSO)
      .sort((one, other) => other.weight - one.weight)
      .slice(0, MOST)
      .map(({ lexicon }) => lexicon)
  }
}

interface Evidence {
  readonly language: number
  readonly weight: number
}

const evidenceOf = (lexicons: readonly Lexicon[]): ReadonlyMap<string, readonly Evidence[]> => {
  const evidence = new Map<string, Evidence[]>()
  for (const [language, { common, exact }] of lexicons.entries())
    for (const word of new Set([...common.keys(), ...exact.keys()])) {
      const known = evidence.get(word) ?? []
      known.push({ language, weight: common.has(word) ? COMMON : MEANS })
      evidence.set(word, known)
    }
  return evidence
}
