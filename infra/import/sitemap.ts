import { Parser } from 'htmlparser2'
import { DocumentError } from './draft.ts'
import { dayOf, languageTag, webAddress } from './fields.ts'

/** One page that a sitemap names. */
export interface Listed {
  readonly url: string
  readonly updated?: string
  /** Of the page, as the list of its translations says. */
  readonly language?: string
}

export interface Sitemap {
  readonly pages: readonly Listed[]
  /** Addresses of further sitemaps, of an index. */
  readonly sitemaps: readonly string[]
  /** What stands where an address should. */
  readonly faulty: readonly string[]
}

/** sitemaps.org allows this many addresses in one file, each with fewer than so many characters. */
const MOST_ADDRESSES = 50_000
const LONGEST_ADDRESS = 2_048

interface Entry {
  loc: string
  lastmod: string
  readonly translations: Map<string, string>
}

/**
 * Reads `urlset` and `sitemapindex`. The parser knows no document type: an entity that a file declares stays the words
 * that it was written as, and never grows. @throws {DocumentError}
 */
export const readSitemap = (xml: string): Sitemap => {
  const found: { readonly kind: string; readonly entry: Entry }[] = []
  let kind: string | undefined
  let entry: Entry | undefined
  let field = ''
  const parser = new Parser(
    {
      onopentag: (qualified, attributes) => {
        const name = localName(qualified)
        kind ??= name
        field = name
        if (name === 'url' || name === 'sitemap') entry = { loc: '', lastmod: '', translations: new Map() }
        if (name === 'link' && attributes.hreflang) entry?.translations.set(attributes.href ?? '', attributes.hreflang)
      },
      ontext: (text) => {
        if (entry && (field === 'loc' || field === 'lastmod'))
          entry[field] = (entry[field] + text).slice(0, LONGEST_ADDRESS)
      },
      onclosetag: (qualified) => {
        const name = localName(qualified)
        field = ''
        if (entry === undefined || (name !== 'url' && name !== 'sitemap')) return
        if (found.length >= MOST_ADDRESSES) throw new DocumentError(`names more than ${MOST_ADDRESSES} pages`)
        found.push({ kind: name, entry })
        entry = undefined
      },
    },
    { xmlMode: true },
  )
  parser.write(xml)
  parser.end()
  if (kind !== 'urlset' && kind !== 'sitemapindex')
    throw new DocumentError(`must be a sitemap (urlset or sitemapindex), but ${kind ? `is "${kind}"` : 'holds no XML'}`)
  return sitemapOf(found)
}

const localName = (qualified: string): string => qualified.split(':').at(-1)?.toLowerCase() ?? ''

const sitemapOf = (found: readonly { readonly kind: string; readonly entry: Entry }[]): Sitemap => {
  const sound = found.filter(({ entry }) => webAddress(entry.loc) !== undefined)
  return {
    pages: sound.filter(({ kind }) => kind === 'url').map(({ entry }) => listed(entry)),
    sitemaps: sound.filter(({ kind }) => kind === 'sitemap').map(({ entry }) => entry.loc.trim()),
    faulty: found.filter(({ entry }) => webAddress(entry.loc) === undefined).map(({ entry }) => entry.loc.trim()),
  }
}

const listed = ({ loc, lastmod, translations }: Entry): Listed => {
  const url = loc.trim()
  const [updated, language] = [dayOf(lastmod), languageTag(translations.get(url))]
  return { url, ...(updated && { updated }), ...(language && { language }) }
}
