import { describe, expect, test } from 'vitest'
import { splitArticle } from '#shared/knowledge/split-article.ts'

test('a section per heading, the first without one', () => {
  const sections = splitArticle('Intro.\n\n## One\nFirst.\n\n### Two ##\nSecond.\n')

  expect(sections).toEqual([
    { text: 'Intro.' },
    { heading: 'One', text: 'First.' },
    { heading: 'One › Two', text: 'Second.' },
  ])
})

test('an empty section is no passage', () => {
  expect(splitArticle('## Empty\n\n## Full\nText.')).toEqual([{ heading: 'Full', text: 'Text.' }])
})

test('a hash in fenced code is no heading, and Windows line ends are line ends', () => {
  const sections = splitArticle('## Steps\r\n```\r\n# not a heading\r\n```\r\n')

  expect(sections).toEqual([{ heading: 'Steps', text: '```\n# not a heading\n```' }])
})

test('a long section is cut between paragraphs, and nothing is lost', () => {
  const paragraphs = Array.from({ length: 9 }, (_, at) => `${at} ${'word '.repeat(60)}`.trim())

  const sections = splitArticle(`## Long\n${paragraphs.join('\n\n')}`)

  expect(sections.length).toBeGreaterThan(1)
  expect(sections.every(({ heading, text }) => heading === 'Long' && text.length <= 1_200)).toBe(true)
  expect(sections.map(({ text }) => text).join('\n\n')).toBe(paragraphs.join('\n\n'))
})

test('a section knows the headings that it stands below, until one of their level', () => {
  const headings = splitArticle('## A\na\n#### B\nb\n### C\nc\n## D\nd').map(({ heading }) => heading)

  expect(headings).toEqual(['A', 'A › B', 'A › C', 'D'])
})

test('a single heading of the first level is the title, which its sections need not repeat; several are headings', () => {
  const headingsOf = (markdown: string) => splitArticle(markdown).map(({ heading }) => heading)

  expect(headingsOf('# Title\nt\n## A\na')).toEqual(['Title', 'A'])
  expect(headingsOf('# One\n## A\na\n# Two\n## B\nb')).toEqual(['One › A', 'Two › B'])
})

describe('what is too long by itself', () => {
  const rows = Array.from({ length: 80 }, (_, at) => `| country ${at} | ${at} days |`)
  const head = '| to | time |\n| --- | --- |'

  test('is cut between the rows of a table, each part under its head', () => {
    const parts = splitArticle(`## Times\n${head}\n${rows.join('\n')}`).map(({ text }) => text)

    expect(parts.length).toBeGreaterThan(1)
    expect(parts.every((part) => part.startsWith(`${head}\n| country`) && part.length <= 1_200)).toBe(true)
    expect(parts.flatMap((part) => part.split('\n').slice(2))).toEqual(rows)
  })

  test('is cut between the lines of code, each part in its fences, whatever lines are empty', () => {
    const lines = Array.from({ length: 120 }, (_, at) => (at % 5 === 4 ? '' : `line ${at} of the script`))
    const parts = splitArticle(`\`\`\`sh\n${lines.join('\n')}\n\`\`\``).map(({ text }) => text)

    expect(parts.length).toBeGreaterThan(1)
    expect(parts.every((part) => part.startsWith('```sh\n') && part.endsWith('\n```') && part.length <= 1_200)).toBe(
      true,
    )
    expect(parts.flatMap((part) => part.split('\n').slice(1, -1))).toEqual(lines)
  })

  test('is cut between the items of a list and between sentences, and in a word that has no end', () => {
    const items = Array.from({ length: 60 }, (_, at) => `- item ${at} with some words behind it`)
    const sentences = Array.from({ length: 60 }, (_, at) => `This is sentence ${at} of one paragraph.`)

    const [list, prose, word] = [items.join('\n'), sentences.join(' '), `a${'\u{1F4E6}'.repeat(1_500)}`].map((text) =>
      splitArticle(text).map((section) => section.text),
    )

    expect(list?.join('\n')).toBe(items.join('\n'))
    expect(prose?.every((part) => part.endsWith('.'))).toBe(true)
    expect(prose?.join(' ')).toBe(sentences.join(' '))
    expect(word?.join('').replaceAll(' ', '')).toBe(`a${'\u{1F4E6}'.repeat(1_500)}`)
    for (const part of [...(list ?? []), ...(prose ?? []), ...(word ?? [])]) {
      expect(part.length).toBeLessThanOrEqual(1_200)
      expect(part.isWellFormed()).toBe(true)
    }
  })
})

test('an empty line within code ends no paragraph', () => {
  const code = `\`\`\`\n${'a\n\nb\n'.repeat(100)}\`\`\``

  expect(splitArticle(`Before.\n\n${code}\n\nAfter.`)).toEqual([{ text: `Before.\n\n${code}\n\nAfter.` }])
})
