import { type Lexicon, readLexicon } from './lexicon.ts'
import type { PairWeights } from './likeness.ts'
import { createSpokenLanguages, type SpokenLanguages } from './spoken-languages.ts'

/** What training wrote, as it is checked in: numbers and words joined by spaces. */
export interface WrittenModel {
  readonly meanings: string
  readonly telling: string
  readonly pair: string
  readonly shared: string
  readonly apart: string
  readonly triple: string
  /** By language. */
  readonly common: Readonly<Record<string, string>>
  readonly forms: Readonly<Record<string, string>>
}

/** Everything that tells whether messages ask the same. */
export interface RepeatModel {
  readonly lexicons: readonly Lexicon[]
  readonly spoken: SpokenLanguages
  /** How much each meaning tells, in nats. */
  readonly telling: readonly number[]
  /** The meanings that ask: when, where, why. */
  readonly questions: ReadonlySet<number>
  readonly pair: PairWeights
  readonly triple: readonly number[]
}

/** Marks a meaning that asks, among those of `meanings/en.txt`. */
const QUESTION = '?'

export const readRepeatModel = (written: WrittenModel): RepeatModel => {
  const lexicons = Object.entries(written.common).map(([language, common]) =>
    readLexicon(language, common, written.forms[language] ?? ''),
  )
  return {
    lexicons,
    spoken: createSpokenLanguages(lexicons),
    telling: numbers(written.telling),
    questions: new Set(written.meanings.split(' ').flatMap((name, at) => (name.startsWith(QUESTION) ? [at] : []))),
    pair: { dense: numbers(written.pair), shared: numbers(written.shared), apart: numbers(written.apart) },
    triple: numbers(written.triple),
  }
}

const numbers = (text: string): readonly number[] => text.split(' ').map(Number)
