import { expect, test } from 'vitest'
import { splitArticle } from '#shared/knowledge/split-article.ts'

test('a section per heading, the first without one', () => {
  const sections = splitArticle('Intro.\n\n## One\nFirst.\n\n### Two ##\nSecond.\n')

  expect(sections).toEqual([
    { text: 'Intro.' },
    { heading: 'One', text: 'First.' },
    { heading: 'Two', text: 'Second.' },
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
