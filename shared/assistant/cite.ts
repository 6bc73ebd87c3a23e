import { inLine } from '../channel/customer-words.ts'
import type { Passage } from '../knowledge/passage.ts'

type Article = Pick<Passage, 'title' | 'url'>

const mostCited = 2
const longestTitle = 120

/** The word before a source, in the languages of the notices. */
const sourceWords: Readonly<Record<string, string>> = {
  ar: 'المصدر',
  cs: 'Zdroj',
  da: 'Kilde',
  de: 'Quelle',
  en: 'Source',
  es: 'Fuente',
  fr: 'Source',
  it: 'Fonte',
  ja: '出典',
  ko: '출처',
  nl: 'Bron',
  pl: 'Źródło',
  pt: 'Fonte',
  ru: 'Источник',
  sv: 'Källa',
  tr: 'Kaynak',
  uk: 'Джерело',
  zh: '来源',
}

const wordIn = (language: string): string => sourceWords[language.split('-')[0] ?? ''] ?? sourceWords.en ?? ''

/** Several passages of one article are one source. */
export const articlesOf = <A extends Article>(passages: readonly A[]): readonly A[] =>
  passages.filter(({ url }, index) => passages.findIndex((other) => other.url === url) === index)

const withoutSlash = (url: string): string => url.replace(/\/$/, '')

/** A link to the article, not to a longer one that begins alike. */
const holds = (reply: string, url: string): boolean =>
  reply
    .split(/[\s<>()[\]"']+/)
    .some((word) => withoutSlash(word.replace(/(?<![.,;:!?])[.,;:!?]+$/, '')) === withoutSlash(url))

const titled = (title: string): string => inLine(title).slice(0, longestTitle).toWellFormed()

/** The reply without the lines that were put below it: where it is quoted, its articles stand beside it. */
export const uncited = (text: string, articles: readonly Pick<Article, 'url'>[] = []): string => {
  const end = text.lastIndexOf('\n\n')
  const isSource = (line: string) => articles.some(({ url }) => url !== '' && line.endsWith(`, ${url}`))
  return end > 0 &&
    text
      .slice(end + 2)
      .split('\n')
      .every(isSource)
    ? text.slice(0, end)
    : text
}

/** The reply, and below it the articles that it rests on and does not link to itself: two lines at most, written by code. */
export const cited = (reply: string, sources: readonly Article[], language: string): string => {
  const lines = articlesOf(sources)
    .filter(({ url }) => url !== '')
    .slice(0, mostCited)
    .filter(({ url }) => !holds(reply, url))
    .map(({ title, url }) => `${wordIn(language)}: ${titled(title)}, ${url}`)
  return lines.length > 0 ? `${reply}\n\n${lines.join('\n')}` : reply
}
