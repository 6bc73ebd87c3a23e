import { describe, expect, test } from 'vitest'
import { DocumentError } from '#infra/import/draft.ts'
import { readPage } from '#infra/import/html-draft.ts'
import { markdownDocument } from '#infra/import/markdown-document.ts'
import { splitArticle } from '#shared/knowledge/split-article.ts'
import { seededRandom } from '#shared/words/training/random.ts'

const many = 200_000
const linesOfSpaces = `# ${' '.repeat(290)}x\n`.repeat(3_000)

/** What it came to: characters, or why it was refused. Anything else that is thrown fails the test. */
const outcome = (read: () => { readonly body: string }): number | string => {
  try {
    return read().body.length
  } catch (error) {
    if (error instanceof DocumentError) return error.message
    throw error
  }
}

describe('a page is read within bounds', () => {
  test.each([
    ['deep', '<div>'.repeat(many), /nests more than/],
    ['deep, with wrong ends', `${'<b>'.repeat(200)}${'</i></p>'.repeat(many)}x`, /holds more than/],
    ['of a million elements', '<br>x'.repeat(many + 1), /holds more than/],
    ['a script that never ends', `words<script>${'x<'.repeat(many)}`, 5],
    ['lists in lists with a million lines', `${'<ul><li>'.repeat(100)}${'a<br>'.repeat(150_000)}`, 30 * 300_000],
    ['quotes in quotes', `${'<blockquote>'.repeat(200)}${'a<br>'.repeat(150_000)}`, 30 * 300_000],
    ['wide cells', `<table>${'<tr><td colspan=99999>a<td>b'.repeat(5_000)}`, 5_000_000],
    ['of very many paragraphs', `<div>${'<p>a</p>'.repeat(190_000)}</div>`, 3 * 190_000],
    ['code of nothing but ticks', `<pre>${'` '.repeat(many * 4)}</pre>`, 2 * many * 4 + 10],
    ['a very tall table', `<table>${'<tr><td>a<td>b'.repeat(60_000)}</table>`, 10 * 60_010],
    ['a title of white space', `<title>a ${' '.repeat(many)}| b</title>words`, 5],
    ['one long word', 'x'.repeat(4_000_000), 4_000_000],
  ] as const)('%s', (_kind, html, most) => {
    const came = outcome(() => readPage(html))

    if (most instanceof RegExp) expect(came).toMatch(most)
    else expect(came).toBeLessThanOrEqual(most)
  })
})

test.each([
  ['headings that are nearly all white space', `${linesOfSpaces}words`],
  ['comments that never end', 'words <!-- '.repeat(many)],
  ['fences', '```\n'.repeat(many)],
  ['underlines', `words\n${'=\n'.repeat(many)}`],
  ['brackets', `words ${'['.repeat(many)}`],
])('Markdown of %s is read and cut', (_kind, text) => {
  const { body } = markdownDocument('a.md', text)

  expect(splitArticle(body).length).toBeGreaterThan(0)
})

test('of 300 pages with a byte or a piece out of place each is read or refused, and no script comes through', () => {
  const random = seededRandom(7)
  const at = (length: number) => Math.floor(random() * length)
  const sound = `<!doctype html><html lang="en"><head><title>T</title><script>evil()</script></head><body><nav>Menu</nav><main>
    <h1>Returns &amp; more</h1><p>You have <b>60 <i>days</i></b>. <a href="/x" onclick="evil()">Link</a></p><ul><li>a<ol><li>b</ol></ul>
    <table><tr><th>x</th><td>y</td></tr></table><pre><code>c</code></pre><dl><dt>q?</dt><dd>a</dd></dl></main></body></html>`
  const pieces = [
    '<',
    '>',
    '</',
    '&',
    '"',
    '<p',
    '</div>',
    '<table>',
    '<li>',
    '<!--',
    '&#0;',
    '&#x110000;',
    '\0',
    '\uD800',
    '<h1>',
  ]
  const broken = Array.from({ length: 300 }, () => {
    const [from, to] = [at(sound.length), at(12)]
    return sound.slice(0, from) + pieces[at(pieces.length)] + sound.slice(from + to)
  })

  for (const html of broken) expect(['number', 'string']).toContain(typeof outcome(() => readPage(html)))
  expect(readPage(sound).body).not.toContain('evil')
})

// Took a quarter of an hour when a shorter run of signs was tried for each of its signs.
test.each(['`', '~'])('a line of nothing but %s is a line', (sign) => {
  expect(markdownDocument('x.md', `# Returns\n\n${sign.repeat(400_000)}`).title).toBe('Returns')
})

test('front matter without end is refused before it is read', () => {
  const text = `---\ntitle: [${'['.repeat(70_000)}\n---\nWords`

  expect(() => markdownDocument('x.md', text)).toThrow('front matter of 70008 characters')
})

test('an address with a name before its host is no address of an article', () => {
  const at = (url: string) => markdownDocument('x.md', `---\ntitle: Returns\nurl: ${url}\n---\nWords`).url

  expect(at('https://shop.example@evil.example/returns')).toBeUndefined()
  expect(at('https://:pw@evil.example/')).toBeUndefined()
  expect(at('https://shop.example/returns@home')).toBe('https://shop.example/returns@home')
})
