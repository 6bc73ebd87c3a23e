import { en } from './notices/en.ts'

export const noticeKeys = ['handoff', 'handoff-closed', 'handoff-distress', 'returned'] as const
export type NoticeKey = (typeof noticeKeys)[number]
export type NoticeTexts = Readonly<Record<NoticeKey, string>>

const texts: Readonly<Record<string, NoticeTexts>> = { en }

export interface Notice {
  readonly key: NoticeKey
  /** The customer's language as far as known, such as "pt-BR". */
  readonly language?: string
  readonly team: string
  readonly company: { readonly name: string; readonly language: string }
  /** When a closed team opens next, in its own time zone. */
  readonly opens?: { readonly at: Date; readonly timeZone: string }
  readonly overrides?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** What the customer is told, in their language: who answers, where and, when the team is away, from when on. */
export const renderNotice = (notice: Notice): string => {
  const { team, company, opens } = notice
  const { text, language } = wording(notice)
  return fill(text, { team, company: company.name, opens: opens ? openingTime(opens, language) : '' })
}

const wording = ({ key, language, company, overrides = {} }: Notice): { text: string; language: string } => {
  for (const tag of [...fallbacks(language), ...fallbacks(company.language), 'en']) {
    const text = overrides[tag]?.[key] ?? texts[tag]?.[key]
    if (text !== undefined) return { text, language: tag }
  }
  return { text: en[key], language: 'en' }
}

const fallbacks = (tag: string | undefined): readonly string[] => {
  if (tag === undefined) return []
  const base = tag.split('-')[0] ?? tag
  return base === tag ? [tag] : [tag, base]
}

const openingTime = ({ at, timeZone }: NonNullable<Notice['opens']>, language: string): string =>
  new Intl.DateTimeFormat(language, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at)

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(team|company|opens)\}/g, (_, name: string) => values[name] ?? '')
