import { type Lexicon, readLexicon } from './lexicon.ts'
import type { PairWeights } from './likeness.ts'
import { readNetwork } from './network.ts'
import type { Aspects } from './pair-features.ts'
import { createSpokenLanguages, type SpokenLanguages } from './spoken-languages.ts'

/** What training wrote, as it is checked in: numbers and words joined by spaces. */
export interface WrittenModel {
  readonly meanings: string
  readonly telling: string
  readonly aspects: string
  readonly pair: string
  readonly shared: string
  readonly apart: string
  readonly crossed: string
  readonly network: string
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
  readonly aspects: Aspects
  readonly pair: PairWeights
  readonly triple: readonly number[]
}

/** Marks a meaning that asks, among those of `meanings/en.txt`. */
const QUESTION = '?'

export const readRepeatModel = (written: WrittenModel): RepeatModel => {
  const names = written.meanings.split(' ')
  const lexicons = Object.entries(written.common).map(([language, common]) =>
    readLexicon(language, common, written.forms[language] ?? ''),
  )
  return {
    lexicons,
    spoken: createSpokenLanguages(lexicons),
    telling: numbers(written.telling),
    aspects: {
      questions: new Set(names.flatMap((name, at) => (name.startsWith(QUESTION) ? [at] : []))),
      weights: numbers(written.aspects),
    },
    pair: {
      dense: numbers(written.pair),
      shared: numbers(written.shared),
      apart: numbers(written.apart),
      crossed: crossedIn(written.crossed, names.length),
      network: readNetwork(written.network),
    },
    triple: numbers(written.triple),
  }
}

const numbers = (text: string): readonly number[] => text.split(' ').map(Number)

/** `one:other:weight` of two meanings, joined by spaces. */
const crossedIn = (text: string, meanings: number): Float32Array => {
  const crossed = new Float32Array(meanings * meanings)
  for (const entry of text.split(' ').filter(Boolean)) {
    const [one = 0, other = 0, weight = 0] = entry.split(':').map(Number)
    crossed[one * meanings + other] = weight
    crossed[other * meanings + one] = weight
  }
  return crossed
}
