import type { Draft } from './draft.ts'
import { DocumentError } from './draft.ts'
import { dayOf, webAddress } from './fields.ts'
import { htmlMarkdown } from './html-markdown.ts'
import { elementsIn, firstOf, type HtmlElement, htmlTree, textOf } from './html-tree.ts'
import { mainContent } from './main-content.ts'
import { withoutTitle } from './markdown-title.ts'

/** What a page says of itself; where it stands and what language it is in is decided outside. */
export interface Page extends Pick<Draft, 'title' | 'body' | 'updated'> {
  /** Where it says that it is published. */
  readonly url?: string
  readonly language?: string
}

const metaOf = (all: readonly HtmlElement[]): ReadonlyMap<string, string> =>
  new Map(
    all
      .filter(({ name }) => name === 'meta')
      .map(({ attributes: { name, property, itemprop, content = '' } }) => [
        (property ?? name ?? itemprop ?? '').toLowerCase(),
        content.trim(),
      ]),
  )

const languageOf = (all: readonly HtmlElement[], meta: ReadonlyMap<string, string>): string | undefined => {
  const html = all.find(({ name }) => name === 'html')
  return html?.attributes.lang || html?.attributes['xml:lang'] || meta.get('og:locale')?.replace('_', '-') || undefined
}

const canonicalOf = (all: readonly HtmlElement[], meta: ReadonlyMap<string, string>): string | undefined => {
  const link = all.find(({ name, attributes }) => name === 'link' && attributes.rel?.toLowerCase() === 'canonical')
  return webAddress(link?.attributes.href) ?? webAddress(meta.get('og:url'))
}

const revisedOf = (all: readonly HtmlElement[], meta: ReadonlyMap<string, string>): string | undefined => {
  const time = all.find(({ name, attributes }) => name === 'time' && attributes.itemprop === 'dateModified')
  const said = [
    'article:modified_time',
    'og:updated_time',
    'datemodified',
    'last-modified',
    'date.modified',
    'dcterms.modified',
  ]
  return dayOf(time?.attributes.datetime) ?? said.map((name) => dayOf(meta.get(name))).find((day) => day !== undefined)
}

/** "Returns | Lumen & Oak": what follows is the site's name. */
const withoutSite = (title: string): string =>
  /^(?=.{1,500}$)(.{3,}?)\s+[|–—·»]\s+[^|–—·»]+$/u.exec(title)?.[1] ?? title

/** @throws {DocumentError} */
export const readPage = (html: string, address?: string): Page => {
  const tree = htmlTree(html)
  const all = [...elementsIn(tree)]
  const meta = metaOf(all)
  const main = mainContent(tree)
  const heading = firstOf(main, ({ name, children }) => name === 'h1' && children.length > 0)
  const named = all.find(({ name }) => name === 'title')
  const title = (heading && textOf(heading)) || meta.get('og:title') || withoutSite(named ? textOf(named) : '')
  const url = canonicalOf(all, meta)
  const body = withoutTitle(htmlMarkdown(main, url ?? address), title)
  if (body === '') throw new DocumentError('holds no text outside of its frame')
  const [language, updated] = [languageOf(all, meta), revisedOf(all, meta)]
  return { title, body, ...(url && { url }), ...(language && { language }), ...(updated && { updated }) }
}

const MARKUP = /<\/?(?:p|br|ul|ol|li|a|b|strong|em|i|div|span|table|h[1-6])\b[^>]*>/i

/** An answer that somebody pasted from a page, or words as they are. */
export const answerMarkdown = (answer: string): string =>
  MARKUP.test(answer) ? htmlMarkdown(mainContent(htmlTree(answer))) : answer
