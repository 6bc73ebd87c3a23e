import { describe, expect, test } from 'vitest'
import { markdownDocument } from '#infra/import/markdown-document.ts'

const bodyOf = (text: string) => markdownDocument('help/ship-it.md', text).body

describe('of a Markdown file is read', () => {
  test('its front matter, in the words of other houses too', () => {
    const text =
      '---\ntitle: Ship it\npermalink: https://x.example/ship\ncategory: Ship & Send\nlang: en\nlastmod: 2026-02-03\ntags: [a]\n---\nWords.'

    expect(markdownDocument('a.md', text)).toEqual({
      from: 'a.md',
      path: 'a.md',
      title: 'Ship it',
      body: 'Words.',
      url: 'https://x.example/ship',
      declared: 'en',
      topic: 'ship-send',
      updated: '2026-02-03',
    })
  })

  test('its title: the front matter, the first heading, or the name of the file', () => {
    expect(markdownDocument('a.md', '---\ntitle: T\n---\n# Other\n\nWords.')).toMatchObject({
      title: 'T',
      body: '# Other\n\nWords.',
    })
    expect(markdownDocument('a.md', '# T\r\n\r\nWords.')).toMatchObject({ title: 'T', body: 'Words.' })
    expect(markdownDocument('help/ship-it.md', '## A\n\nWords.').title).toBe('ship it')
  })

  test('the words of a heading alone as its title', () => {
    const text = '# **Ship** `it` [abroad](/x) [![status](b.svg)](https://x.example)\n\nWords.'

    expect(markdownDocument('a.md', text)).toMatchObject({ title: 'Ship it abroad', body: 'Words.' })
    expect(markdownDocument('help/ship-it.md', '# ![logo](x.png)\n\nWords.')).toMatchObject({
      title: 'ship it',
      body: 'Words.',
    })
  })

  test('a heading that is underlined as a heading', () => {
    expect(bodyOf('Intro.\n\nTo Spain\n--------\n\nSeven days.\n\n---\n\n| a |\n| --- |')).toBe(
      'Intro.\n\n## To Spain\n\nSeven days.\n\n---\n\n| a |\n| --- |',
    )
  })

  test('nothing that only an editor or a browser sees', () => {
    expect(bodyOf('One.<!-- draft -->\n\n<script>\nevil()\n</script>\nTwo. <!-- to the end')).toBe('One.\n\nTwo.')
  })

  test('code as it is, whatever it holds', () => {
    const code =
      '````html\n<!-- kept -->\nA\n===\n# no title\n```\n<script>x</script>\n````\n\nSay `<!-- this -->` and go on.'

    expect(bodyOf(code)).toBe(code)
    expect(bodyOf('Before.\n\n~~~\n<!-- open fence')).toBe('Before.\n\n~~~\n<!-- open fence')
  })
})
