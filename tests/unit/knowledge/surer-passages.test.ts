import { expect, test } from 'vitest'
import { surerPassages } from '#shared/knowledge/surer-passages.ts'

const stored = (articleId: string, text: string) => ({ articleId, title: articleId, url: '', language: 'en', text })
const passages = [stored('a', 'first'), stored('a', 'second'), stored('b', 'only')]
const found = [
  { ...stored('b', 'only'), confidence: 0.4 },
  { ...stored('a', 'second'), confidence: 0.2 },
]

test('an article that noted questions are surer of comes first, with the passage that the search liked best', () => {
  expect(surerPassages(found, { articleId: 'a', confidence: 0.7 }, passages)).toEqual([
    { ...stored('a', 'second'), confidence: 0.7 },
    found[0],
  ])
})

test('an article that the search did not find comes with its first passage', () => {
  expect(surerPassages([], { articleId: 'a', confidence: 0.7 }, passages)).toEqual([
    { ...stored('a', 'first'), confidence: 0.7 },
  ])
})

test('a search that is surer keeps its order, and an article that is gone changes nothing', () => {
  expect(surerPassages(found, { articleId: 'a', confidence: 0.3 }, passages)).toBe(found)
  expect(surerPassages(found, { articleId: 'z', confidence: 0.9 }, passages)).toBe(found)
})
