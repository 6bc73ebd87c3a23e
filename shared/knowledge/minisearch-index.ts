import MiniSearch, { type AsPlainObject, type Options } from 'minisearch'
import type { StoredPassage } from './compiled.ts'
import { termsOf, tokensOf } from './terms.ts'

export interface IndexedPassage {
  readonly id: number
  readonly title: string
  readonly heading: string
  readonly text: string
}

/** The same at synth and in the turn: an index must be searched with the words it was built of. */
const options: Options<IndexedPassage> = {
  fields: ['title', 'heading', 'text'],
  tokenize: (text) => tokensOf(termsOf(text)),
  processTerm: (token) => token,
}

export const buildIndex = (passages: readonly StoredPassage[]): object => {
  const index = new MiniSearch(options)
  index.addAll(passages.map(({ title, heading = '', text }, id) => ({ id, title, heading, text })))
  return index.toJSON()
}

export const loadIndex = (index: object): MiniSearch<IndexedPassage> =>
  MiniSearch.loadJS(index as AsPlainObject, options)
