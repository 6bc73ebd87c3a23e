import { describe, expect, test } from 'vitest'
import { ArticleError } from '#shared/knowledge/errors.ts'
import { readArticle } from '#shared/knowledge/yaml-article.ts'

const article = (fields: Record<string, string>, body = 'Text.') =>
  `---\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n---\n\n${body}\n`

const good = { title: 'Returns', url: 'https://example.com/returns', topic: 'returns', language: 'pt-BR' }
const { title: _title, ...untitled } = good
const { topic: _topic, ...untopical } = good

const faultOf = (markdown: string): ArticleError => {
  try {
    readArticle('returns.md', markdown)
  } catch (error) {
    if (error instanceof ArticleError) return error
  }
  throw new Error('the article was accepted')
}

test('reads front matter and body', () => {
  expect(readArticle('returns.md', article(good))).toMatchObject({ ...good, body: '\nText.\n' })
})

test('does without a topic', () => {
  expect(readArticle('returns.md', article(untopical)).topic).toBeUndefined()
})

test('reads the questions that customers ask', () => {
  const markdown = article({ ...good, questions: '["how do I send it back?", "  can I return a lamp "]' })

  expect(readArticle('returns.md', markdown).questions).toEqual(['how do I send it back?', 'can I return a lamp'])
  expect(readArticle('returns.md', article(good)).questions).toBeUndefined()
})

test('reads the day of the last revision', () => {
  expect(readArticle('returns.md', article({ ...good, updated: '2026-03-01' })).updated).toBe('2026-03-01')
})

test('reads a file with a byte order mark and Windows line ends', () => {
  expect(readArticle('returns.md', `\uFEFF${article(good).replaceAll('\n', '\r\n')}`).title).toBe('Returns')
})

describe('names the file and the field of', () => {
  test.each([
    ['a missing title', untitled, 'title', 'it is missing'],
    ['an empty title', { ...good, title: '" "' }, 'title', 'must not be empty'],
    ['a title that is a number', { ...good, title: '42' }, 'title', 'it is 42'],
    ['a relative URL', { ...good, url: '/help' }, 'url', 'it is "/help"'],
    ['a URL that runs code', { ...good, url: 'javascript:alert(1)' }, 'url', 'absolute http(s) URL'],
    ['a language in words', { ...good, language: 'English' }, 'language', 'it is "English"'],
    ['a topic with capitals', { ...good, topic: 'Returns' }, 'topic', 'lower-case id'],
    ['questions in one line', { ...good, questions: 'how?' }, 'questions', 'must be a list of questions'],
    [
      'a question that is a number',
      { ...good, questions: '[how long, 7]' },
      'questions.1',
      'must be a text, but it is 7',
    ],
    ['an empty question', { ...good, questions: '[""]' }, 'questions.0', 'at least 3 characters'],
    ['a day that is none', { ...good, updated: '2026-02-30' }, 'updated', 'must be a day'],
    ['a field nobody knows', { ...good, tittle: 'x' }, 'tittle', 'allowed are title, url, topic, language'],
  ])('%s', (_kind, fields, field, allowed) => {
    const fault = faultOf(article(fields))

    expect(fault.message).toContain('returns.md')
    expect(fault.field).toBe(field)
    expect(fault.message).toContain(allowed)
  })
})

describe('refuses', () => {
  test.each([
    ['a file without front matter', '# Returns\nText.', 'must begin with front matter'],
    ['front matter that is no YAML', '---\ntitle: "x\n---\nText.', 'not valid YAML'],
    ['front matter that is a list', '---\n- a\n---\nText.', 'must list title, url'],
    ['an article without text', article(good, ''), 'has no text'],
  ])('%s', (_kind, markdown, problem) => {
    expect(faultOf(markdown).message).toContain(problem)
  })
})
