import { type Phrase, phrase, type Sets, vocabulary } from './phrase.ts'
import { type Entry, PhraseIndex, type Span } from './phrase-index.ts'
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

const WEIGHTS = { sure: 0.95, likely: 0.7, hint: 0.35 } as const
const STRENGTHS = ['sure', 'likely', 'hint'] as const
const NEGATION_REACH = 2
// "Not a bot but a person", "never mind I want a person": after these the negation is over.
const TURNS = new Set([
  'i',
  'we',
  'ich',
  'wir',
  'je',
  'yo',
  'eu',
  'io',
  'ik',
  'but',
  'sondern',
  'aber',
  'sino',
  'pero',
  'mais',
  'mas',
  'ma',
  'maar',
  'ale',
  'lecz',
  'rather',
])
// "Not want to be put through to a": these carry a negation on.
const CARRIES = new Set(
  'to want need like wish be being get a an the me with any ever mit einem einer einen ein zu con un una de a avec un une le la com um uma per di met een'.split(
    ' ',
  ),
)
// Enough to pass any threshold; what a long message adds to it changes nothing.
const ENOUGH = 3

export type PhraseBook = (reading: Reading) => readonly Match[]

interface Saying extends Entry {
  readonly weight: number
  readonly negators: ReadonlySet<string>
}

/** Compiles sayings of all languages into one index; short messages are tried in every language at once. */
export const phraseBook = (languages: readonly Sayings[]): PhraseBook => {
  const says = new PhraseIndex(languages.flatMap(sayings))
  const excepts = new PhraseIndex(
    languages.flatMap(({ sets, except }) => lines(except, sets).map((steps) => ({ steps }))),
  )
  return (reading) => {
    const matches: Match[] = []
    let masked: readonly Span[] | undefined
    for (const { entry, from, to } of says.find(reading.words)) {
      if (negated(reading.words, from, to, entry.negators)) continue
      masked ??= [...excepts.find(reading.words)]
      if (masked.some((mask) => mask.from < to && from < mask.to)) continue
      matches.push({ weight: entry.weight, matched: excerpt(reading, from, to) })
      if (matches.filter(({ weight }) => weight === WEIGHTS.sure).length === ENOUGH) break
    }
    return matches
  }
}

const sayings = ({ sets, negators = '', ...by }: Sayings): Saying[] => {
  const turning = negators.split(' ').map(fold)
  return STRENGTHS.flatMap((strength) =>
    lines(by[strength], sets).map((steps) => ({ steps, weight: WEIGHTS[strength], negators: without(turning, steps) })),
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

const negated = (words: readonly Word[], from: number, to: number, negators: ReadonlySet<string>): boolean => {
  for (let at = to - 1; at >= from; at--) {
    const text = words[at]?.text ?? ''
    if (TURNS.has(text)) return false
    if (negators.has(text)) return true
  }
  return negatedBefore(words, from, negators)
}

const negatedBefore = (words: readonly Word[], from: number, negators: ReadonlySet<string>): boolean => {
  let left = NEGATION_REACH
  for (let at = from - 1; at >= 0 && left > 0; at--) {
    const word = words[at]
    if (word === undefined || word.clause !== words[from]?.clause || TURNS.has(word.text)) return false
    if (negators.has(word.text)) return true
    if (!CARRIES.has(word.text)) left--
  }
  return false
}

/** Independent indications add up, none of them twice: 1 − ∏(1 − weight). */
export const score = (matches: readonly Match[]): number =>
  1 -
  [...new Map(matches.map((one) => [one.matched, one])).values()].reduce((rest, { weight }) => rest * (1 - weight), 1)

export const strongest = (matches: readonly Match[]): Match | undefined =>
  matches.reduce<Match | undefined>(
    (best, one) => (best === undefined || one.weight > best.weight ? one : best),
    undefined,
  )
