import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readSite } from '#infra/import/read-site.ts'
import { readSitemap } from '#infra/import/sitemap.ts'

const host = 'https://help.example.com'
const urlset = (entries: string) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${entries}</urlset>`
const url = (path: string, more = '') => `<url><loc>${host}${path}</loc>${more}</url>`
const page = (title: string) => `<html lang="en"><h1>${title}</h1><p>You have sixty days to send it back.</p></html>`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const save = (file: string, text: string) => {
  mkdirSync(join(folder, file, '..'), { recursive: true })
  writeFileSync(join(folder, file), text)
}
const read = (xml: string) => readSite({ file: join(folder, 'sitemap.xml'), xml, pages: folder }, {})
const titles = (xml: string) => read(xml).drafts.map(({ title }) => title)

describe('the pages of a sitemap', () => {
  test.each([
    ['returns', '/returns'],
    ['returns.html', '/returns'],
    ['returns/index.html', '/returns/'],
    ['help.example.com/returns.html', '/returns.html'],
    ['help.example.com/returns?lang=en', '/returns?lang=en'],
    ['rückgabe.html', '/r%C3%BCckgabe'],
  ])('are found where they were saved as %s', (file, path) => {
    save(file, page('Returns'))

    expect(titles(urlset(url(path)))).toEqual(['Returns'])
  })

  test('bring their address, their day and the language that the list of translations says', () => {
    save('returns.html', page('Returns').replace('<h1>', `<link rel="canonical" href="${host}/copied-template"><h1>`))
    const entry = url(
      '/returns',
      `<lastmod>2026-02-03T00:00:00Z</lastmod><xhtml:link rel="alternate" hreflang="en-GB" href="${host}/returns"/>`,
    )

    expect(read(urlset(entry)).drafts).toMatchObject([
      {
        from: `${host}/returns`,
        place: 'en/returns',
        url: `${host}/returns`,
        language: 'en-GB',
        updated: '2026-02-03',
      },
    ])
  })

  test('are told where they are missing, or no address at all', () => {
    const { drafts, findings } = read(urlset(`${url('/gone')}<url><loc>javascript:alert(1)</loc></url>`))

    expect(drafts).toEqual([])
    expect(findings.map(({ kind, about }) => `${kind} ${about}`)).toEqual([
      `missing-page ${host}/gone`,
      'missing-page javascript:alert(1)',
    ])
  })

  test('are read of every sitemap that an index names', () => {
    save('returns.html', page('Returns'))
    save('maps/one.xml', urlset(url('/returns')))
    save('maps/broken.xml', '<html></html>')
    const index = `<sitemapindex>${['one', 'broken', 'none'].map((name) => `<sitemap><loc>${host}/maps/${name}.xml</loc></sitemap>`).join('')}</sitemapindex>`

    const { drafts, findings } = read(index)

    expect(drafts).toHaveLength(1)
    expect(findings.map(({ kind, about }) => `${kind} ${about}`)).toEqual([
      `unreadable ${host}/maps/broken.xml`,
      `missing-page ${host}/maps/none.xml`,
    ])
  })

  test('lead nowhere outside of the folder', () => {
    save('pages/a.html', page('A'))
    save('secret.html', page('Secret'))
    symlinkSync(join(folder, 'secret.html'), join(folder, 'pages/link.html'))
    const paths = [
      '/..%2fsecret.html',
      '/%2e%2e/secret.html',
      '/x/..%5c..%5csecret.html',
      '/link.html',
      '/%00',
      '/%',
      '/a.html',
    ]

    const { drafts } = readSite(
      {
        file: join(folder, 'sitemap.xml'),
        xml: urlset(paths.map((path) => url(path)).join('')),
        pages: join(folder, 'pages'),
      },
      {},
    )

    expect(drafts.map(({ title }) => title)).toEqual(['A'])
  })
})

describe('a sitemap', () => {
  test('that declares entities within entities never grows', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'
      .split('')
      .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`)
      .join('')}]>`

    const { pages, faulty } = readSitemap(
      `${bomb}<urlset><url><loc>&j;</loc></url><url><loc>${host}/&j;</loc></url></urlset>`,
    )

    expect(faulty).toEqual(['&j;'])
    expect(pages).toEqual([{ url: `${host}/&j;` }])
  })

  test('that names a file of this machine gets none of it', () => {
    const { faulty } = readSitemap(
      `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><urlset><url><loc>&f;</loc></url></urlset>`,
    )

    expect(faulty).toEqual(['&f;'])
  })

  test('is bounded in its pages and their addresses', () => {
    expect(() => readSitemap(urlset('<url><loc>x</loc></url>'.repeat(50_001)))).toThrow('more than 50000 pages')
    expect(readSitemap(urlset(url(`/${'a'.repeat(10_000)}`))).pages[0]?.url).toHaveLength(2_048)
  })

  test.each([
    ['a page', '<html></html>', 'must be a sitemap (urlset or sitemapindex), but is "html"'],
    ['no XML', 'hello', 'but holds no XML'],
    ['nothing', '', 'but holds no XML'],
  ])('that is %s is refused', (_kind, xml, problem) => {
    expect(() => readSitemap(xml)).toThrow(problem)
  })

  test('that lists nothing is refused', () => {
    expect(() => read(urlset(''))).toThrow('lists no page')
  })
})
