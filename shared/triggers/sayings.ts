import type { Sets } from './phrase.ts'

/** Triggers that are heard in words. */
export const spokenTriggers = [
  'asked-for-human',
  'billing-dispute',
  'cancellation',
  'distress',
  'legal',
  'frustration',
] as const
export type Spoken = (typeof spokenTriggers)[number]

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

export type LanguageSayings = Readonly<Partial<Record<Spoken, Sayings>>>
