import { type PhraseBook, phraseBook, type Spoken } from '../phrase-book.ts'
import { de } from './de.ts'
import { elsewhere } from './elsewhere.ts'
import { en } from './en.ts'
import { enBilling } from './en-billing.ts'
import { enConcerns } from './en-concerns.ts'
import { es } from './es.ts'
import { everydayWorries } from './everyday-worries.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { nl } from './nl.ts'
import { pl } from './pl.ts'
import { pt } from './pt.ts'
import { tr } from './tr.ts'

const languages = [en, enBilling, enConcerns, de, es, fr, pt, it, nl, pl, tr, elsewhere, ...everydayWorries]

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
