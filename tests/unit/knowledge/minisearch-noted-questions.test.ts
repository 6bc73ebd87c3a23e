import { expect, test } from 'vitest'
import { compilePassages } from '#shared/knowledge/compile.ts'
import { compileEntries } from '#shared/knowledge/entries/compile-entries.ts'
import { minisearchKnowledge } from '#shared/knowledge/minisearch-knowledge.ts'
import { probabilityOf } from '#shared/knowledge/probability.ts'

const article = (articleId: string, title: string, text: string) => ({
  articleId,
  title,
  url: '',
  language: 'en',
  text,
})
const written = compilePassages([
  article('returns', 'Returns', 'Within 60 days of the purchase goods are taken back at no cost.'),
  article('oak', 'Caring for oak', 'Oil oak twice a year. Wipe it with a damp cloth.'),
])
// Learnt once: it takes seconds.
const entries = compileEntries([
  { entry: 'returns', examples: ['can I send the lamp back', 'I do not like it, how do I give it back', 'send back'] },
  { entry: 'oak', examples: ['how do I look after the table', 'my table has a stain', 'which oil for the top'] },
])
const asked = (noted: boolean, text: string) =>
  minisearchKnowledge(noted ? { ...written, entries } : written).retrieve({ text, limit: 2 })

test('an article is found by the questions that its author noted, in words that it does not use', async () => {
  const [without] = await asked(false, 'can I give the chair back')
  const [best] = await asked(true, 'can I give the chair back')

  expect(best?.articleId).toBe('returns')
  expect(best?.sureness).toBeGreaterThan(without?.confidence ?? 0)
})

test('what the articles are sure of stays as sure for the floors', async () => {
  const question = 'oil for oak twice a year'
  const [without] = await asked(false, question)
  const [best] = await asked(true, question)

  expect(best?.articleId).toBe('oak')
  expect(best?.sureness).toBeGreaterThanOrEqual(without?.confidence ?? 1)
})

test('what neither answers is not claimed', async () => {
  const [best] = await asked(true, 'what is the weather in Lisbon')

  expect(best?.confidence ?? 0).toBeLessThan(0.5)
})

test('what is claimed is the probability of the sureness, and without noted questions the confidence says both', async () => {
  const [best] = await asked(true, 'can I give the chair back')
  const [without] = await asked(false, 'can I give the lamp back')

  expect(best?.confidence).toBe(probabilityOf(best?.sureness ?? 0))
  expect(best?.confidence).not.toBe(best?.sureness)
  expect(without).not.toHaveProperty('sureness')
})
