import { central } from './central.ts'
import { de } from './de.ts'
import { elsewhere } from './elsewhere.ts'
import { en } from './en.ts'
import { enBilling } from './en-billing.ts'
import { enConcerns } from './en-concerns.ts'
import { es } from './es.ts'
import { everydayWorries } from './everyday-worries.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { lookAlikes } from './look-alikes.ts'
import { nl } from './nl.ts'
import { northern } from './northern.ts'
import { pl } from './pl.ts'
import { pt } from './pt.ts'
import { recalledPayments } from './recalled-payments.ts'
import { refusedAPerson } from './refused-a-person.ts'
import { tr } from './tr.ts'
import { westernLookAlikes } from './western-look-alikes.ts'

/** Every phrase that is written down, all languages together: short messages are tried in every one of them at once. */
export const languages = [
  en,
  enBilling,
  enConcerns,
  de,
  es,
  fr,
  pt,
  it,
  nl,
  pl,
  tr,
  northern,
  central,
  recalledPayments,
  elsewhere,
  refusedAPerson,
  ...everydayWorries,
  ...lookAlikes,
  westernLookAlikes,
]
