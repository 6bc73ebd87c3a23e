import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { compileKnowledge } from '#shared/knowledge/compile.ts'

const article = (title: string, language = 'en') =>
  `---\ntitle: ${title}\nurl: https://example.com/${title}\nlanguage: ${language}\n---\nAbout ${title}.\n\n## More\nMuch more.\n`

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'knowledge-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (file: string, text: string) => {
  mkdirSync(join(folder, file, '..'), { recursive: true })
  writeFileSync(join(folder, file), text)
}

describe('a folder of articles', () => {
  test('becomes passages that know their article', () => {
    write('en/oak.md', article('oak'))

    const { passages } = compileKnowledge(folder)

    expect(passages).toEqual([
      { articleId: 'en/oak', title: 'oak', url: 'https://example.com/oak', language: 'en', text: 'About oak.' },
      {
        articleId: 'en/oak',
        title: 'oak',
        url: 'https://example.com/oak',
        language: 'en',
        heading: 'More',
        text: 'Much more.',
      },
    ])
  })

  test('compiles to the same bytes, whatever order the files were written in', () => {
    write('b.md', article('birch'))
    write('a.md', article('ash'))
    const first = JSON.stringify(compileKnowledge(folder))
    rmSync(join(folder, 'a.md'))
    write('a.md', article('ash'))

    const second = JSON.stringify(compileKnowledge(folder))

    expect(second).toBe(first)
  })

  test('learns the questions that articles list, and nothing where none lists any', () => {
    write('ash.md', article('ash'))
    expect(compileKnowledge(folder).entries).toBeUndefined()

    write('birch.md', article('birch').replace('language: en', 'language: en\nquestions: [who peels birches]'))

    const { entries, passages } = compileKnowledge(folder)

    expect(entries?.entries).toEqual(['birch'])
    expect(passages.some((passage) => 'questions' in passage)).toBe(false)
  }, 60_000)

  test('leaves other files alone', () => {
    write('a.md', article('ash'))
    write('picture.png', 'not an article')

    expect(compileKnowledge(folder).passages).toHaveLength(2)
  })

  test('is refused with the name of the article at fault', () => {
    write('good.md', article('ash'))
    write('de/bad.md', '---\ntitle: Bad\n---\nText.')

    expect(() => compileKnowledge(folder)).toThrow('de/bad.md: front matter "url"')
  })

  test('is refused when it is empty or not there', () => {
    expect(() => compileKnowledge(folder)).toThrow('holds no article')
    expect(() => compileKnowledge(join(folder, 'nowhere'))).toThrow('cannot be read')
  })
})

describe("the sample company's articles", () => {
  const compiled = compileKnowledge(new URL('../../../knowledge', import.meta.url).pathname)
  const articles = new Map(compiled.passages.map((passage) => [passage.articleId, passage]))
  const inLanguage = (language: string) => [...articles.values()].filter((passage) => passage.language === language)

  test('are many, in six languages, each with a topic and an address of its own', () => {
    expect(inLanguage('en').length).toBeGreaterThanOrEqual(18)
    for (const language of ['de', 'es', 'fr', 'pt', 'it']) expect(inLanguage(language).length).toBeGreaterThanOrEqual(3)
    expect([...articles.values()].every(({ topic }) => topic !== undefined)).toBe(true)
    expect(new Set([...articles.values()].map(({ url }) => url)).size).toBe(articles.size)
  })

  test('lie in the folder of their language', () => {
    const strays = [...articles].filter(([id, { language }]) => !id.startsWith(`${language}/`))

    expect(strays).toEqual([])
  })

  test("fit the turn's bundle", () => {
    expect(JSON.stringify(compiled).length).toBeLessThan(500_000)
  })
})
