import type { Lexicon } from './lexicon.ts'

/** A language that is told half as clearly as the clearest is spoken as well. */
const ALSO = 0.5
const MOST = 3

/** Which lexicons a conversation is read with: "die" is a little word in German and none in English. */
export const spokenLanguages = (words: readonly string[], lexicons: readonly Lexicon[]): readonly Lexicon[] => {
  const told = lexicons
    .map((lexicon) => ({ lexicon, weight: words.reduce((sum, word) => sum + evidence(word, lexicon), 0) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
  const clearest = told[0]?.weight ?? 0
  return told
    .filter(({ weight }) => weight >= clearest * ALSO)
    .slice(0, MOST)
    .map(({ lexicon }) => lexicon)
}

const BY_MEANING = 0.4

/** A common word of a language tells it; a word that merely means something there tells a little. */
const evidence = (word: string, { common, exact }: Lexicon): number =>
  common.has(word) ? 1 : exact.has(word) ? BY_MEANING : 0
