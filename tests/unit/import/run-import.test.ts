import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ImportOptions, runImport } from '#infra/import/run-import.ts'
import { compileKnowledge } from '#shared/knowledge/compile.ts'
import { minisearchKnowledge } from '#shared/knowledge/minisearch-knowledge.ts'

const words = 'You have sixty days to send the lamp back, and we pay for the label.'
const html = (title: string, text = words) => `<html lang="en"><h1>${title}</h1><p>${text}</p></html>`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (file: string, text: string) => {
  mkdirSync(join(folder, file, '..'), { recursive: true })
  writeFileSync(join(folder, file), text)
}
const article = (file: string) => readFileSync(join(folder, 'to', file), 'utf8')
const run = (options: Partial<ImportOptions> = {}) =>
  runImport({
    from: join(folder, 'from'),
    to: join(folder, 'to'),
    baseUrl: 'https://help.example.com/',
    today: '2026-11-22',
    staleMonths: 18,
    dryRun: false,
    force: false,
    ...options,
  })
const kinds = ({ findings }: ReturnType<typeof runImport>) => findings.map(({ kind, about }) => `${kind} ${about}`)
const writes = (done: ReturnType<typeof runImport>) => done.writes.map(({ file, kind }) => `${kind} ${file}`)

describe('an import', () => {
  test('makes articles that a synth compiles, in the folder of their language', () => {
    write('from/help/returns.html', html('Returns'))
    write(
      'from/de/konto.md',
      '---\nlastmod: 2026-01-01\n---\n# Konto\n\nDas Passwort ist noch nicht da. Der Link gilt nur einmal.\n',
    )

    const done = run()

    expect(kinds(done)).toEqual([])
    expect(writes(done)).toEqual(['new de/konto.md', 'new en/help/returns.md'])
    expect(article('de/konto.md')).toContain(
      'url: https://help.example.com/de/konto.md\nlanguage: de\nupdated: 2026-01-01\n---',
    )
    expect(compileKnowledge(join(folder, 'to')).passages.map(({ articleId, title }) => [articleId, title])).toEqual([
      ['de/konto', 'Konto'],
      ['en/help/returns', 'Returns'],
    ])
  })

  test('makes knowledge that a customer finds in other words than its author used', async () => {
    const asked = (variants: string) => `"${variants}"`
    write(
      'faq.csv',
      [
        'question,answer,variants',
        `Can I return it?,You have sixty days and the label is free.,${asked('how do I send the lamp back|I want to give it back')}`,
        `Who looks after the oak?,Oil the top twice a year.,${asked('my table has a stain|how do I care for the wood')}`,
      ].join('\n'),
    )
    run({ from: join(folder, 'faq.csv') })

    const [best] = await minisearchKnowledge(compileKnowledge(join(folder, 'to'))).retrieve({
      text: 'there is a stain on my table',
      limit: 1,
    })

    expect(best).toMatchObject({
      title: 'Who looks after the oak?',
      url: 'https://help.example.com#who-looks-after-the-oak',
    })
    expect(best?.text).toBe('Oil the top twice a year.')
  }, 60_000)

  test('repeated changes nothing, and follows its source while nobody edits', () => {
    write('from/returns.html', html('Returns'))
    run()

    expect(writes(run())).toEqual(['unchanged en/returns.md'])
    write('from/returns.html', html('Returns', `${words} Now in Spain as well.`))
    expect(writes(run())).toEqual(['changed en/returns.md'])
    expect(article('en/returns.md')).toContain('Now in Spain')
  })

  test('never overwrites what somebody edited or wrote, unless it is told to', () => {
    write('from/a.html', html('A', `${words} a`))
    write('from/b.html', html('B', 'Quite another text that stands for itself.'))
    write(
      'to/en/b.md',
      '---\ntitle: Own\nurl: https://x.example\nlanguage: en\n---\nWritten by hand, for those who read.\n',
    )
    run()
    write('to/en/a.md', article('en/a.md').replace('sixty', 'ninety'))
    write('from/a.html', html('A', 'Changed at its source, and not a little.'))

    const done = run()

    expect(kinds(done)).toEqual(['kept en/a.md', 'kept en/b.md'])
    expect(article('en/a.md')).toContain('ninety')
    expect(article('en/b.md')).toContain('by hand')
    expect(writes(run({ force: true }))).toEqual(['changed en/a.md', 'changed en/b.md'])
    expect(article('en/a.md')).toContain('Changed at its source')
  })

  test('only looks where it is told to write nothing', () => {
    write('from/a.html', html('A'))

    expect(writes(run({ dryRun: true }))).toEqual(['new en/a.md'])
    expect(existsSync(join(folder, 'to'))).toBe(false)
  })

  test('tells what is gone from its source, and not what is only broken there or came from another', () => {
    for (const name of ['a', 'b', 'c'])
      write(`from/${name}.html`, html(name, `${name} is what this one is of. `.repeat(5)))
    run()
    rmSync(join(folder, 'from/a.html'))
    write('from/b.html', '<nav>no text</nav>')
    write('faq.csv', `question,answer\nWhy?,${words} Because we like you.\n`)

    expect(kinds(run())).toEqual(['unreadable b.html', 'gone en/a.md'])
    expect(kinds(run({ from: join(folder, 'faq.csv') }))).toEqual([])
    expect(existsSync(join(folder, 'to/en/a.md'))).toBe(true)
  })

  test('tells what is broken, and imports the rest', () => {
    write('from/bad.md', '---\ntitle: "x\n---\nText.')
    write(
      'from/bomb.md',
      `---\na: &a [x]\n${'bcdefghi'
        .split('')
        .map((one, at) => `${one}: &${one} [${`*${'abcdefghi'[at]},`.repeat(9)}]`)
        .join('\n')}\n---\nText.`,
    )
    write('from/empty.md', '')
    write('from/list.md', '---\n- a\n---\nText.')
    write('from/good.html', html('Good'))
    write('from/huge.html', html('Huge', 'x'.repeat(5 * 1024 * 1024)))
    write('from/picture.png', 'x')

    const done = run()

    expect(kinds(done).slice(0, 6)).toEqual([
      'unreadable bad.md',
      'unreadable bomb.md',
      'unreadable empty.md',
      'unreadable huge.html',
      'unreadable list.md',
      `passed-over ${join(folder, 'from')}`,
    ])
    expect(done.findings[1]?.message).toContain('alias')
    expect(writes(done)).toEqual(['new en/good.md'])
  })

  test('keeps both of two documents that have one name, and tells it', () => {
    write('from/a.html', html('A'))
    write('from/a.md', `# A\n\n${words} And another thing, which is quite another thing.\n`)

    const done = run()

    expect(writes(done)).toEqual(['new en/a.md', 'new en/a-2.md'])
    expect(kinds(done)[0]).toBe('conflict a.md')
  })

  test('keeps rows whose questions begin alike under names of their own, which is nothing to tell', () => {
    const question =
      'How long is the way from the warehouse in the north of the country to the house of a customer in the'
    write(
      'faq.csv',
      `question,answer\n${question} south?,Three days by road.\n${question} west?,One day by rail, or two.\n`,
    )

    const done = run({ from: join(folder, 'faq.csv') })

    expect(new Set(done.writes.map(({ file }) => file)).size).toBe(2)
    expect(kinds(done).filter((kind) => !kind.startsWith('short'))).toEqual([])
  })

  test('needs to know where articles are published, and in which language', () => {
    write('from/a.html', html('A'))
    write('from/b.md', '# E27\n\nGU10 2700 K\n')

    expect(run({ baseUrl: undefined }).findings[0]?.message).toContain('--base-url')
    expect(run().findings.find(({ about }) => about === 'b.md')?.message).toContain('--language')
  })
})

test('without a source the knowledge folder is looked at, and nothing written', () => {
  write('to/en/d.md', 'no front matter')

  expect(kinds(run({ from: undefined }))).toEqual(['broken en/d.md'])
  expect(existsSync(join(folder, 'to/.imported.json'))).toBe(false)
})

describe('is refused, with nothing written:', () => {
  test.each<[string, { readonly from?: string; readonly to?: string }, string]>([
    ['a source that is not there', { from: '/nowhere/at/all' }, 'there is no such file'],
    ['a folder that holds the knowledge folder', { to: '' }, 'holds the folder that is written to'],
    ['a picture', { from: 'x.png' }, 'must be a folder, a sitemap (.xml) or a table'],
  ])('%s', (_kind, options, problem) => {
    write('from/a.html', html('A'))
    write('x.png', 'x')
    const to = options.to === undefined ? join(folder, 'to') : join(folder, 'from/knowledge')
    const from = options.from === 'x.png' ? join(folder, 'x.png') : (options.from ?? join(folder, 'from'))

    expect(() => run({ from, to })).toThrow(problem)
    expect(existsSync(to)).toBe(false)
  })

  test('a ledger that cannot be read', () => {
    write('from/a.html', html('A'))
    write('to/.imported.json', '{"en/a.md": 7}')

    expect(() => run()).toThrow('.imported.json cannot be read')
    expect(existsSync(join(folder, 'to/en'))).toBe(false)
  })
})

test('links out of a folder are not followed', () => {
  write('secret/a.md', `# Secret\n\n${words}`)
  write('from/b.html', html('B'))
  symlinkSync(join(folder, 'secret'), join(folder, 'from/way-out'))
  symlinkSync(join(folder, 'secret/a.md'), join(folder, 'from/a.md'))

  expect(writes(run())).toEqual(['new en/b.md'])
})
