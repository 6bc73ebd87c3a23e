import type { BatonConfig } from '../config/config.ts'
import type { NoticeTexts } from './notice-keys.ts'
import { ar } from './notices/ar.ts'
import { cs } from './notices/cs.ts'
import { da } from './notices/da.ts'
import { de } from './notices/de.ts'
import { en } from './notices/en.ts'
import { es } from './notices/es.ts'
import { fr } from './notices/fr.ts'
import { it } from './notices/it.ts'
import { ja } from './notices/ja.ts'
import { ko } from './notices/ko.ts'
import { nl } from './notices/nl.ts'
import { pl } from './notices/pl.ts'
import { pt } from './notices/pt.ts'
import { ru } from './notices/ru.ts'
import { sv } from './notices/sv.ts'
import { tr } from './notices/tr.ts'
import { uk } from './notices/uk.ts'
import { zh } from './notices/zh.ts'

/** Languages that every notice is complete in; a company adds others by `notices.overrides`. */
export const noticeTexts: Readonly<Record<string, NoticeTexts>> = {
  ar,
  cs,
  da,
  de,
  en,
  es,
  fr,
  it,
  ja,
  ko,
  nl,
  pl,
  pt,
  ru,
  sv,
  tr,
  uk,
  zh,
}

/**
 * The company's wording completed by ours, as it is laid beside the doors: what is read in eighteen languages is no part of
 * every bundle.
 */
export const worded = (notices: BatonConfig['notices']): BatonConfig['notices'] => {
  const languages = [...new Set([...Object.keys(noticeTexts), ...Object.keys(notices.overrides)])]
  const complete = languages.map((language) => [language, { ...noticeTexts[language], ...notices.overrides[language] }])
  return { ...notices, overrides: Object.fromEntries(complete) }
}
