import { de } from './notices/de.ts'
import { en } from './notices/en.ts'
import { es } from './notices/es.ts'
import { fr } from './notices/fr.ts'
import { it } from './notices/it.ts'
import { pt } from './notices/pt.ts'

/** What a customer can be told: never a position or an estimate, as neither can be kept. */
export const noticeKeys = ['handoff', 'handoff-closed', 'handoff-distress', 'returned', 'put-off'] as const
export type NoticeKey = (typeof noticeKeys)[number]
export type NoticeTexts = Readonly<Record<NoticeKey, string>>

/** Languages that every notice is complete in; more come by `notices.overrides`. */
export const noticeTexts: Readonly<Record<string, NoticeTexts>> = { en, de, es, fr, pt, it }

export interface Notice {
  readonly key: NoticeKey
  /** The customer's language as far as known, such as "pt-BR". */
  readonly language?: string | undefined
  /** The team's name as the customer reads it. */
  readonly team: string
  readonly company: { readonly name: string; readonly language: string }
  /** When a closed team opens next, told in the team's own time zone. */
  readonly opens?: { readonly at: Date; readonly timeZone: string } | undefined
  /** The company's own wording, `config.notices.overrides`. */
  readonly overrides?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined
}

/** The first that Intl accepts: any other throws, and a notice must not fail over a customer's odd profile. */
const localeOf = (...tags: readonly (string | undefined)[]): string => {
  for (const tag of tags)
    try {
      const [locale] = Intl.getCanonicalLocales(tag)
      if (locale !== undefined) return locale
    } catch {}
  return 'en'
}

/** What the customer is told, in their language: who answers, where and, when the team is away, from when on. */
export const renderNotice = (notice: Notice): string => {
  const { team, company, opens } = notice
  const { text, locale } = wording(notice)
  return fill(text, { team, company: company.name, opens: opens ? openingTime(opens, locale) : '' })
}

const wording = ({ key, language, company, opens, overrides = {} }: Notice): { text: string; locale: string } => {
  // A team that never opens again has no time to announce.
  const told = key === 'handoff-closed' && opens === undefined ? 'handoff' : key
  for (const asked of [language, company.language])
    for (const tag of fallbacks(asked)) {
      const text = overrides[tag]?.[told] ?? noticeTexts[tag]?.[told]
      if (text !== undefined) return { text, locale: localeOf(asked, tag) }
    }
  return { text: en[told], locale: 'en' }
}

/** "pt-BR" is answered in "pt-BR" if there is any, else in "pt". */
const fallbacks = (tag: string | undefined): readonly string[] =>
  tag === undefined ? [] : [...new Set([tag, tag.split('-')[0] ?? tag])]

const openingTime = ({ at, timeZone }: NonNullable<Notice['opens']>, locale: string): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at)

/** In one pass, so that a name with braces in it is never filled in itself. */
const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(team|company|opens)\}/g, (_, name: string) => values[name] ?? '')
