import type { BatonConfig, SpecialWording } from '../config/config.ts'
import type { NoticeKey } from './notice-keys.ts'
import { en } from './notices/en.ts'

export interface Notice {
  readonly key: NoticeKey
  /** The customer's language as far as known, such as "pt-BR". */
  readonly language?: string | undefined
  /** The team's name as the customer reads it. */
  readonly team: string
  /** What the notice is about, where the company has words of its own for it. */
  readonly about?: { readonly trigger?: string; readonly team?: string } | undefined
  readonly company: { readonly name: string; readonly language: string }
  /** When a closed team opens next, told in the team's own time zone. */
  readonly opens?: { readonly at: Date; readonly timeZone: string } | undefined
  /** How long it usually takes, said behind `handoff` where it can be said in the same language. */
  readonly waitMinutes?: number | undefined
  /** In every language that there is: the company's own wording, completed by ours. */
  readonly own?: Partial<BatonConfig['notices']> | undefined
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
  const { key, team, company, opens, waitMinutes, own } = notice
  const { text, locale, tag } = wording(notice)
  const wait = waitMinutes === undefined ? '' : minutesIn(locale, waitMinutes)
  const usual = key === 'handoff' && wait !== '' ? own?.overrides?.[tag]?.estimate : undefined
  const whole = usual === undefined ? text : `${text}${unspaced.test(usual) ? '' : ' '}${usual}`
  return fill(whole, { team, company: company.name, opens: opens ? openingTime(opens, locale) : '', wait })
}

/** Sentences follow each other without a space. */
const unspaced = /[。！？]$/u

const minutesIn = (locale: string, minutes: number): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(minutes)

const wording = ({
  key,
  language,
  company,
  opens,
  about = {},
  own = {},
}: Notice): { text: string; locale: string; tag: string } => {
  // A team that never opens again has no time to announce.
  const told = key === 'handoff-closed' && opens === undefined ? 'handoff' : key
  for (const asked of [language, company.language])
    for (const tag of fallbacks(asked)) {
      const text = wordingIn(own, tag, told, about)
      if (text !== undefined) return { text, locale: localeOf(asked, tag), tag }
    }
  return { text: en[told], locale: 'en', tag: 'en' }
}

/** The most special first: for this trigger in this team, for the trigger, for the team, for everybody. */
const wordingIn = (
  { special = [], overrides = {} }: Partial<BatonConfig['notices']>,
  language: string,
  notice: string,
  about: { readonly trigger?: string; readonly team?: string },
): string | undefined => {
  const fits = special.filter(
    (one) =>
      one.language === language &&
      one.notice === notice &&
      (one.trigger === undefined || one.trigger === about.trigger) &&
      (one.team === undefined || one.team === about.team),
  )
  const weight = ({ trigger, team }: SpecialWording) => (trigger === undefined ? 0 : 2) + (team === undefined ? 0 : 1)
  const [best] = fits.toSorted((one, other) => weight(other) - weight(one))
  return best?.text ?? overrides[language]?.[notice]
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
  text.replace(/\{(team|company|opens|wait)\}/g, (_, name: string) => values[name] ?? '')
