import { describe, expect, test } from 'vitest'
import { htmlMarkdown } from '#infra/import/html-markdown.ts'
import { htmlTree } from '#infra/import/html-tree.ts'

const markdown = (html: string) => htmlMarkdown(htmlTree(html), 'https://help.example.com/en/returns')

describe('a page as Markdown', () => {
  test.each([
    ['headings of every level', '<h1>A</h1><h3>B <em>c</em></h3>', '# A\n\n### B c'],
    ['entities and spaces', '<p>caf&eacute; &amp;&nbsp;5&euro;\n  &lt;b&gt;</p>', 'café & 5€ <b>'],
    ['emphasis beside its spaces', '<p>not <b>60 days </b>but<i> more</i></p>', 'not **60 days** but *more*'],
    ['loose words between blocks', 'one<div>two<p>three</p>four</div>', 'one\n\ntwo\n\nthree\n\nfour'],
    ['a break', '<p>one<br>two</p>', 'one\ntwo'],
    [
      'a link, made absolute',
      '<p><a href="/en/refunds?a=(1)">R [1]</a></p>',
      '[R \\[1\\]](https://help.example.com/en/refunds?a=%281%29)',
    ],
    ['a link that runs code', '<p><a href="javascript:alert(1)">press</a></p>', 'press'],
    ['a heading with its own address', '<h2>Fees<a href="#fees">#</a></h2>', '## Fees'],
    ['a paragraph with its own address', '<p>Fees <a href="#fees">¶</a></p>', 'Fees'],
    ['a picture by its words', '<p><img src="x.png" alt="the label"> <img src="y.png"></p>', 'the label'],
    [
      'lists within lists',
      '<ol start="3"><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ol>',
      '3. a\n   - b\n   - c\n4. d',
    ],
    ['paragraphs within an item', '<ul><li><p>a</p><p>b</p></li></ul>', '- a\n\n  b'],
    ['a list that closes no item', '<ul><li>a<li>b</ul>', '- a\n- b'],
    ['code', '<pre><code class="language-sh">a &lt; b\n\n  # c</code></pre>', '```sh\na < b\n\n  # c\n```'],
    ['code that holds a fence', '<pre>```\nx\n```</pre>', '````\n```\nx\n```\n````'],
    ['code in a line', '<p>type <code>a  b</code></p>', 'type `a b`'],
    ['a quotation', '<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b'],
    [
      'an accordion',
      '<h2>Gifts</h2><details><summary>Who pays?</summary>We do.</details>',
      '## Gifts\n\n### Who pays?\n\nWe do.',
    ],
    ['questions in a list of terms', '<dl><dt>Who pays?</dt><dd>We do.</dd></dl>', '## Who pays?\n\nWe do.'],
    ['terms', '<dl><dt>Box</dt><dd>Any.</dd></dl>', '**Box**\n\nAny.'],
    ['words that look like a heading', '<p># 1 of 3</p>', '\\# 1 of 3'],
    ['a heading that a link and a block wrap', '<a href="/x"><div><h2>A</h2></div></a>', '## A'],
  ])('keeps %s', (_kind, html, expected) => {
    expect(markdown(html)).toBe(expected)
  })

  test('keeps a table with its head, whatever is in its cells', () => {
    const html = `<table><caption>Fees</caption><thead><tr><th>To</th><th>Fee</th></tr></thead>
      <tr><td>Spain</td><td>5 | 6<br>€</td></tr><tr><td colspan="2">all <ul><li>a</li><li>b</li></ul></td></tr><tr></tr></table>`

    expect(markdown(html)).toBe('Fees\n\n| To | Fee |\n| --- | --- |\n| Spain | 5 \\| 6 € |\n| all a; b |  |')
  })

  test('takes a table for layout where it has one column, or headings in it', () => {
    expect(markdown('<table><tr><td><p>a</p></td></tr><tr><td>b</td></tr></table>')).toBe('a\n\nb')
    expect(markdown('<table><tr><td><h2>A</h2>b</td><td>c</td></tr></table>')).toBe('## A\n\nb\n\nc')
  })
})
