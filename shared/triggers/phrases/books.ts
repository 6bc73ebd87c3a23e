import { type PhraseBook, phraseBook, type Spoken } from '../phrase-book.ts'
import { en } from './en.ts'
import { enConcerns } from './en-concerns.ts'

const languages = [en, enConcerns]

const book = (trigger: Spoken): PhraseBook => phraseBook(languages.flatMap((sayings) => sayings[trigger] ?? []))

/** One book per trigger that is heard in words, all languages together. */
export const books: Readonly<Record<Spoken, PhraseBook>> = {
  'asked-for-human': book('asked-for-human'),
  'billing-dispute': book('billing-dispute'),
  cancellation: book('cancellation'),
  distress: book('distress'),
  legal: book('legal'),
  frustration: book('frustration'),
}
