import { fold } from '#shared/knowledge/words.ts'

/** An absolute http(s) address as it stands, or nothing; with a name before its host it reads as another's. */
export const webAddress = (text: string | undefined): string | undefined => {
  const url = URL.parse(text?.trim() ?? '')
  return url && /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : undefined
}

/** The day of "2026-03-01T10:00:00Z" and the like, if there is such a day. */
export const dayOf = (text: unknown): string | undefined => {
  const day = /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/.exec(text instanceof Date ? text.toISOString() : String(text ?? ''))?.[1]
  const time = day && new Date(`${day}T00:00:00Z`)
  return time && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day) ? day : undefined
}

const LONGEST_ID = 40

/** "Returns & refunds" as an article's topic: "returns-refunds"; nothing where no letter is left. */
export const topicOf = (text: unknown): string | undefined => {
  const id = slugOf(String(text ?? ''))
    .replace(/[^a-z0-9-]+/g, '')
    .replace(/^[^a-z]+/, '')
    .slice(0, LONGEST_ID)
    .replace(/-+$/, '')
  return id === '' ? undefined : id
}

const LONGEST_NAME = 80

/** Accents go from Latin letters alone: elsewhere a mark makes another letter, as ga of ka. */
const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Script=Latin}[\p{Script=Latin}\p{M}]*/gu, fold)

/** A file's name from words in any script. */
export const slugOf = (text: string): string =>
  (letters(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join('-').slice(0, LONGEST_NAME).replace(/-+$/, '').toWellFormed()

/** A language tag as front matter wants it: "pt_br" is "pt-BR"; nothing for what is no tag. */
export const languageTag = (text: unknown): string | undefined => {
  try {
    const [tag] = Intl.getCanonicalLocales(
      String(text ?? '')
        .trim()
        .replace('_', '-'),
    )
    return tag && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : undefined
  } catch {
    return undefined
  }
}

export const baseLanguage = (tag: string): string => tag.toLowerCase().split('-')[0] ?? tag

/** At most so many characters, cut between words. */
export const shortened = (text: string, most: number): string => {
  if (text.length <= most) return text
  const kept = text.slice(0, most - 1)
  const space = kept.lastIndexOf(' ')
  return `${(space > most / 2 ? kept.slice(0, space) : kept).toWellFormed().trimEnd()}…`
}
