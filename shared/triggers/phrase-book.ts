import { beginnings, matchAt, type Phrase, phrase, type Sets, vocabulary } from './phrase.ts'
import { excerpt, fold, type Reading, type Word } from './reading.ts'

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
// "Not a bot but a person": after these the negation is over.
const TURNS = new Set(['but', 'sondern', 'aber', 'sino', 'pero', 'mais', 'mas', 'ma', 'maar', 'ale', 'lecz', 'rather'])
const STEM_HEAD = 3

interface Entry {
  readonly steps: Phrase
  readonly weight: number
  readonly negators: ReadonlySet<string>
}
interface Span {
  readonly from: number
  readonly to: number
}
export type PhraseBook = (reading: Reading) => readonly Match[]

/** Compiles sayings of all languages into one index; short messages are tried in every language at once. */
export const phraseBook = (languages: readonly Sayings[]): PhraseBook => {
  const says = new Index()
  const excepts = new Index()
  for (const { sets, negators = '', except = '', ...by } of languages) {
    const turning = negators.split(' ').map(fold)
    for (const strength of STRENGTHS)
      for (const steps of lines(by[strength], sets))
        says.add({ steps, weight: WEIGHTS[strength], negators: new Set(without(turning, vocabulary(steps))) })
    for (const steps of lines(except, sets)) excepts.add({ steps, weight: 0, negators: new Set() })
  }
  return (reading) => {
    const found = says
      .find(reading.words)
      .filter(({ entry, from, to }) => !negated(reading.words, from, to, entry.negators))
    if (found.length === 0) return []
    const masked = excepts.find(reading.words)
    return found
      .filter((one) => !masked.some((mask) => mask.from < one.to && one.from < mask.to))
      .map(({ entry, from, to }) => ({ weight: entry.weight, matched: excerpt(reading, from, to) }))
  }
}

const lines = (source = '', sets: Sets = {}): Phrase[] =>
  source
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => phrase(line, sets))

class Index {
  readonly #exact = new Map<string, Set<Entry>>()
  readonly #stems = new Map<string, Set<Entry>>()

  add(entry: Entry): void {
    const { words, stems } = beginnings(entry.steps)
    for (const word of words) file(this.#exact, word, entry)
    for (const stem of stems) {
      if (stem.length < STEM_HEAD) throw new TypeError(`stem "${stem}" is too short to file`)
      file(this.#stems, head(stem), entry)
    }
  }

  find(words: readonly Word[]): (Span & { readonly entry: Entry })[] {
    return words.flatMap((word, from) =>
      [...this.#candidates(word)].flatMap((entry) => {
        const to = matchAt(words, from, entry.steps)
        return to === undefined ? [] : [{ from, to, entry }]
      }),
    )
  }

  #candidates({ text, respelt }: Word): ReadonlySet<Entry> {
    const number = /^\p{N}/u.test(text) ? this.#exact.get('#') : undefined
    const sets = [number, this.#exact.get(text), respelt && this.#exact.get(respelt), this.#stems.get(head(text))]
    return new Set(sets.flatMap((one) => (one ? [...one] : [])))
  }
}

// A phrase that itself says "not" is not turned by it.
const without = (words: readonly string[], own: readonly string[]): string[] =>
  words.filter((word) => !own.includes(word))

const head = (word: string): string => word.slice(0, STEM_HEAD)

const file = (index: Map<string, Set<Entry>>, key: string, entry: Entry): void => {
  const filed = index.get(key) ?? new Set()
  index.set(key, filed.add(entry))
}

const negated = (words: readonly Word[], from: number, to: number, negators: ReadonlySet<string>): boolean => {
  const clause = words[from]?.clause
  for (let at = to - 1; at >= Math.max(0, from - NEGATION_REACH); at--) {
    const word = words[at]
    if (word === undefined || TURNS.has(word.text) || (at < from && word.clause !== clause)) return false
    if (negators.has(word.text)) return true
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
