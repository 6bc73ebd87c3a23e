import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { compileKnowledge } from '#shared/knowledge/compile.ts'
import { minisearchKnowledge } from '#shared/knowledge/minisearch-knowledge.ts'
import { html, importFolder, kinds, words, writes } from './import-folder.ts'

let place: ReturnType<typeof importFolder>
beforeEach(() => {
  place = importFolder()
})
afterEach(() => place.remove())

describe('an import', () => {
  test('makes articles that a synth compiles, in the folder of their language', () => {
    place.write('from/help/returns.html', html('Returns'))
    place.write(
      'from/de/konto.md',
      '---\nlastmod: 2026-01-01\n---\n# Konto\n\nDas Passwort ist noch nicht da. Der Link gilt nur einmal.\n',
    )

    const done = place.run()

    expect(kinds(done)).toEqual([])
    expect(writes(done)).toEqual(['new de/konto.md', 'new en/help/returns.md'])
    expect(place.article('de/konto.md')).toContain(
      'url: https://help.example.com/de/konto.md\nlanguage: de\nupdated: 2026-01-01\n---',
    )
    expect(
      compileKnowledge(join(place.folder, 'to')).passages.map(({ articleId, title }) => [articleId, title]),
    ).toEqual([
      ['de/konto', 'Konto'],
      ['en/help/returns', 'Returns'],
    ])
  })

  test('makes knowledge that a customer finds in other words than its author used', async () => {
    const asked = (variants: string) => `"${variants}"`
    place.write(
      'faq.csv',
      [
        'question,answer,variants',
        `Can I return it?,You have sixty days and the label is free.,${asked('how do I send the lamp back|I want to give it back')}`,
        `Who looks after the oak?,Oil the top twice a year.,${asked('my table has a stain|how do I care for the wood')}`,
      ].join('\n'),
    )
    place.run({ from: join(place.folder, 'faq.csv') })

    const [best] = await minisearchKnowledge(compileKnowledge(join(place.folder, 'to'))).retrieve({
      text: 'there is a stain on my table',
      limit: 1,
    })

    expect(best).toMatchObject({
      title: 'Who looks after the oak?',
      url: 'https://help.example.com/#who-looks-after-the-oak',
    })
    expect(best?.text).toBe('Oil the top twice a year.')
  }, 60_000)

  test('repeated changes nothing, and follows its source while nobody edits', () => {
    place.write('from/returns.html', html('Returns'))
    place.run()

    expect(writes(place.run())).toEqual(['unchanged en/returns.md'])
    place.write('from/returns.html', html('Returns', `${words} Now in Spain as well.`))
    expect(writes(place.run())).toEqual(['changed en/returns.md'])
    expect(place.article('en/returns.md')).toContain('Now in Spain')
  })

  test('never overwrites what somebody edited or wrote, unless it is told to', () => {
    place.write('from/a.html', html('A', `${words} a`))
    place.write('from/b.html', html('B', 'Quite another text that stands for itself.'))
    place.write(
      'to/en/b.md',
      '---\ntitle: Own\nurl: https://x.example\nlanguage: en\n---\nWritten by hand, for those who read.\n',
    )
    place.run()
    place.write('to/en/a.md', place.article('en/a.md').replace('sixty', 'ninety'))
    place.write('from/a.html', html('A', 'Changed at its source, and not a little.'))

    const done = place.run()

    expect(kinds(done)).toEqual(['kept en/a.md', 'kept en/b.md'])
    expect(place.article('en/a.md')).toContain('ninety')
    expect(place.article('en/b.md')).toContain('by hand')
    expect(writes(place.run({ force: true }))).toEqual(['changed en/a.md', 'changed en/b.md'])
    expect(place.article('en/a.md')).toContain('Changed at its source')
  })

  test('only looks where it is told to write nothing', () => {
    place.write('from/a.html', html('A'))

    expect(writes(place.run({ dryRun: true }))).toEqual(['new en/a.md'])
    expect(existsSync(join(place.folder, 'to'))).toBe(false)
  })

  test('tells what is gone from its source, and not what is only broken there or came from another', () => {
    for (const name of ['a', 'b', 'c'])
      place.write(`from/${name}.html`, html(name, `${name} is what this one is of. `.repeat(5)))
    place.run()
    rmSync(join(place.folder, 'from/a.html'))
    place.write('from/b.html', '<nav>no text</nav>')
    place.write('faq.csv', `question,answer\nWhy?,${words} Because we like you.\n`)

    expect(kinds(place.run())).toEqual(['unreadable b.html', 'gone en/a.md'])
    expect(kinds(place.run({ from: join(place.folder, 'faq.csv') }))).toEqual([])
    expect(existsSync(join(place.folder, 'to/en/a.md'))).toBe(true)
  })

  test('tells what is broken, and imports the rest', () => {
    place.write('from/bad.md', '---\ntitle: "x\n---\nText.')
    place.write(
      'from/bomb.md',
      `---\na: &a [x]\n${'bcdefghi'
        .split('')
        .map((one, at) => `${one}: &${one} [${`*${'abcdefghi'[at]},`.repeat(9)}]`)
        .join('\n')}\n---\nText.`,
    )
    place.write('from/empty.md', '')
    place.write('from/list.md', '---\n- a\n---\nText.')
    place.write('from/good.html', html('Good'))
    place.write('from/huge.html', html('Huge', 'x'.repeat(5 * 1024 * 1024)))
    place.write('from/picture.png', 'x')

    const done = place.run()

    expect(kinds(done).slice(0, 6)).toEqual([
      'unreadable bad.md',
      'unreadable bomb.md',
      'unreadable empty.md',
      'unreadable huge.html',
      'unreadable list.md',
      `passed-over ${join(place.folder, 'from')}`,
    ])
    expect(done.findings[1]?.message).toContain('alias')
    expect(writes(done)).toEqual(['new en/good.md'])
  })

  test('keeps both of two documents that have one name, and tells it', () => {
    place.write('from/a.html', html('A'))
    place.write('from/a.md', `# A\n\n${words} And another thing, which is quite another thing.\n`)

    const done = place.run()

    expect(writes(done)).toEqual(['new en/a.md', 'new en/a-2.md'])
    expect(kinds(done)[0]).toBe('conflict a.md')
  })

  test('keeps rows whose questions begin alike under names of their own, which is nothing to tell', () => {
    const question =
      'How long is the way from the warehouse in the north of the country to the house of a customer in the'
    place.write(
      'faq.csv',
      `question,answer\n${question} south?,Three days by road.\n${question} west?,One day by rail, or two.\n`,
    )

    const done = place.run({ from: join(place.folder, 'faq.csv') })

    expect(new Set(done.writes.map(({ file }) => file)).size).toBe(2)
    expect(kinds(done).filter((kind) => !kind.startsWith('short'))).toEqual([])
  })

  test('needs to know where articles are published, and in which language', () => {
    place.write('from/a.html', html('A'))
    place.write('from/b.md', '# E27\n\nGU10 2700 K\n')

    expect(place.run({ baseUrl: undefined }).findings[0]?.message).toContain('--base-url')
    expect(place.run().findings.find(({ about }) => about === 'b.md')?.message).toContain('--language')
  })
})
