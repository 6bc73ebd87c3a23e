import type { CompiledEntries } from './entries/compiled-entries.ts'

/** A passage as it lies in the turn's bundle. */
export interface StoredPassage {
  readonly articleId: string
  readonly title: string
  readonly url: string
  readonly topic?: string
  readonly language: string
  readonly heading?: string
  readonly text: string
}

/** The articles as synth compiled them: JSON, the same bytes for the same articles. */
export interface CompiledKnowledge {
  readonly passages: readonly StoredPassage[]
  /** In how many passages each token occurs: what makes a word telling. */
  readonly passagesWith: Readonly<Record<string, number>>
  /** MiniSearch's own serialised index over `passages`, by position. */
  readonly index: object
  /** What was learnt of the questions that articles list, by article; absent where none lists any. */
  readonly entries?: CompiledEntries
}

export const searchableText = ({ title, heading = '', text }: StoredPassage): string => `${title}\n${heading}\n${text}`
