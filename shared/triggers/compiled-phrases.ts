import type { Sets } from './phrase.ts'
import type { Spoken } from './sayings.ts'

/** What one language says about one trigger. */
export interface CompiledSayings {
  readonly trigger: Spoken
  readonly sets: Sets
  /** Folded words that turn its phrases into their opposite. */
  readonly negators: readonly string[]
}

export const strengths = ['except', 'sure', 'likely', 'hint'] as const

/** A phrase in its notation: it is compiled when a text first has its anchor. */
export interface CompiledPhrase {
  /** Place in `sayings`. */
  readonly of: number
  /** Place in `strengths`. */
  readonly strength: number
  readonly source: string
  /** Negators that the phrase itself contains: a phrase that says "not" is not turned by it. */
  readonly own?: readonly string[]
}

/** Phrases that share their rarest words, and how far behind a phrase's beginning such a word stands at most. */
export interface CompiledAnchor {
  readonly words: readonly string[]
  readonly stems: readonly string[]
  /** Place in `phrases`, then reach, and so on. */
  readonly filed: readonly number[]
}

/** All phrases of all languages, indexed at synth; plain JSON. */
export interface CompiledPhrases {
  readonly sayings: readonly CompiledSayings[]
  readonly phrases: readonly CompiledPhrase[]
  readonly anchors: readonly CompiledAnchor[]
}
