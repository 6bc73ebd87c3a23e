import { dirname } from 'node:path'
import { draftOf } from './document-draft.ts'
import { DocumentError, type Finding, type Gathered, gatheredFrom, type Reading, together } from './draft.ts'
import { documentOf, readDocumentFile } from './read-folder.ts'
import { savedPage } from './saved-page.ts'
import { type Listed, readSitemap, type Sitemap } from './sitemap.ts'

export interface SiteSource {
  readonly file: string
  readonly xml: string
  /** Where the pages were saved. @default the sitemap's own folder */
  readonly pages?: string | undefined
}

const missing = (about: string, message: string): Finding => ({ kind: 'missing-page', about, message })

/** An index names further sitemaps, saved beside the pages; those name none. */
const sitemapsOf = (
  source: SiteSource,
  pages: string,
): { readonly maps: readonly Sitemap[]; readonly findings: readonly Finding[] } => {
  const first = readSitemap(source.xml)
  const findings: Finding[] = []
  const others = first.sitemaps.flatMap((url) => {
    const file = savedPage(pages, url)
    if (file === undefined) findings.push(missing(url, `its sitemap is not below ${pages}`))
    const { drafts: _none, findings: faults, map } = readOther(url, file)
    findings.push(...faults)
    return map ? [map] : []
  })
  return { maps: [first, ...others], findings }
}

const readOther = (url: string, file: string | undefined): Gathered & { readonly map?: Sitemap } => {
  if (file === undefined) return together([])
  let map: Sitemap | undefined
  const gathered = gatheredFrom(url, () => {
    map = readSitemap(readDocumentFile(file))
    return together([])
  })
  return { ...gathered, ...(map && { map }) }
}

const readListed = (pages: string, { url, updated, language }: Listed, reading: Reading): Gathered => {
  const file = savedPage(pages, url)
  if (file === undefined) return { drafts: [], findings: [missing(url, `is not among the pages below ${pages}`)] }
  return gatheredFrom(url, () => {
    const path = decodeURIComponent(new URL(url).pathname).replace(/\.\w+$/, '')
    const extension = file.endsWith('.md') ? '.md' : '.html'
    const read = documentOf(`${path}${extension}`, readDocumentFile(file), url)
    const declared = language ?? read.declared
    // The sitemap's own address: a copied template's canonical link names the page that it was copied from.
    return draftOf({ ...read, from: url, url, declared, ...(updated && { updated }) }, reading)
  })
}

/** The pages that a sitemap lists, from a folder that they were saved in. Reads files alone, and never the network. */
export const readSite = (source: SiteSource, reading: Reading): Gathered => {
  const pages = source.pages ?? dirname(source.file)
  const { maps, findings } = sitemapsOf(source, pages)
  const listed = [...new Map(maps.flatMap((map) => map.pages).map((one) => [one.url, one])).values()]
  const faulty = maps.flatMap((map) => map.faulty).map((text) => missing(text.slice(0, 80), 'is no http(s) address'))
  if (listed.length + findings.length + faulty.length === 0) throw new DocumentError('lists no page')
  return together([
    ...listed.map((one) => readListed(pages, one, reading)),
    { drafts: [], findings: [...findings, ...faulty] },
  ])
}
