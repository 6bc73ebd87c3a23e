import { negated, negatedElsewhere, overlap, type Saying } from './negation.ts'
import { type Phrase, phrase, type Sets, vocabulary } from './phrase.ts'
import { PhraseIndex, type Span } from './phrase-index.ts'
import { excerpt, type Reading, type Word } from './reading.ts'
import { fold } from './spelling.ts'

/** What customers say in one language: phrases one a line, by how sure they make us. */
export interface Sayings {
  readonly sets?: Sets
  readonly sure?: string
  readonly likely?: string
  /** Says little alone; two of them together are enough. */
  readonly hint?: string
  /** Looks like it and is not: words under such a phrase count for nothing. */
  readonly except?: string
  /** Words that turn a phrase into its opposite when they stand just before or inside it. */
  readonly negators?: string
}

/** Triggers that are heard in words. */
export type Spoken = 'asked-for-human' | 'billing-dispute' | 'cancellation' | 'distress' | 'legal' | 'frustration'
export type LanguageSayings = Readonly<Partial<Record<Spoken, Sayings>>>

export interface Match {
  readonly weight: number
  readonly matched: string
}

export const SURE = 0.95
const WEIGHTS = { sure: SURE, likely: 0.7, hint: 0.35 } as const
const STRENGTHS = ['sure', 'likely', 'hint'] as const
// Enough to pass any threshold; what a long message adds to it changes nothing.
const ENOUGH = 3

/** What the phrases say about a text. */
export interface Said {
  readonly matches: readonly Match[]
  /** Stretches of the text, as offsets, that say the opposite or only look like it: nobody else is to hear it there. */
  readonly denied: readonly (readonly [start: number, end: number])[]
}

export type PhraseBook = (reading: Reading) => Said

/** Compiles sayings of all languages into one index; short messages are tried in every language at once. */
export const phraseBook = (languages: readonly Sayings[]): PhraseBook => {
  const says = new PhraseIndex(languages.flatMap(sayings))
  const excepts = new PhraseIndex(
    languages.flatMap(({ sets, except }) => lines(except, sets).map((steps) => ({ steps }))),
  )
  return ({ original, words }) => {
    const matches: Match[] = []
    const masked = [...excepts.find(words)]
    const denied: Span[] = [...masked]
    for (const found of says.find(words)) {
      if (negated(words, found) || negatedElsewhere(words, found, says)) denied.push(found)
      else if (!masked.some((mask) => overlap(mask, found)))
        matches.push({ weight: found.entry.weight, matched: excerpt({ original, words }, found.from, found.to) })
      if (matches.filter(({ weight }) => weight === WEIGHTS.sure).length === ENOUGH) break
    }
    return {
      matches,
      denied: denied.map((span) => [words[opening(words, span)]?.start ?? 0, words[span.to - 1]?.end ?? 0]),
    }
  }
}

const OPENING = 4

/** "I am" alone means nothing, and would yet be heard: a denial takes the words along that led to it. */
const opening = (words: readonly Word[], { from }: Span): number => {
  const clause = words[from]?.clause
  let at = from
  while (at > 0 && from - at < OPENING && words[at - 1]?.clause === clause) at--
  return at
}

const sayings = (language: Sayings): Saying[] => {
  const { sets, negators = '' } = language
  const turning = negators.split(' ').map(fold)
  return STRENGTHS.flatMap((strength) =>
    lines(language[strength], sets).map((steps) => ({
      language,
      steps,
      weight: WEIGHTS[strength],
      negators: without(turning, steps),
    })),
  )
}

// A phrase that itself says "not" is not turned by it.
const without = (negators: readonly string[], steps: Phrase): ReadonlySet<string> => {
  const own = new Set(vocabulary(steps))
  return new Set(negators.filter((word) => !own.has(word)))
}

const lines = (source = '', sets: Sets = {}): Phrase[] =>
  source
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => phrase(line, sets))

/** Independent indications add up, none of them twice: 1 − ∏(1 − weight). */
export const score = (matches: readonly Match[]): number =>
  1 -
  [...new Map(matches.map((one) => [one.matched, one])).values()].reduce((rest, { weight }) => rest * (1 - weight), 1)

export const strongest = (matches: readonly Match[]): Match | undefined =>
  matches.reduce<Match | undefined>(
    (best, one) => (best === undefined || one.weight > best.weight ? one : best),
    undefined,
  )
