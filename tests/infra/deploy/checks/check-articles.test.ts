import { expect, test } from 'vitest'
import { checkArticles } from '#infra/deploy/checks/check-articles.ts'
import type { ModelAvailability } from '#infra/deploy/cloud/ports.ts'
import { inBedrock, sampleConfig } from '../../sample-stack.ts'
import { memoryModels } from '../support/memory-cloud.ts'

const embeddings = 'amazon.titan-embed-text-v2:0'
const all = { authorized: true, entitled: true, agreed: true }
const marks = async (
  there: readonly string[],
  available: Partial<ModelAvailability> = {},
  sections: object = inBedrock,
) => {
  const models = memoryModels({ there, availability: async () => ({ ...all, ...available }) })
  const { knowledge } = sampleConfig(sections)
  return (await checkArticles(models, knowledge, 'eu-central-1')).map(({ mark }) => mark)
}

test('articles beside the turn need no model', async () => {
  expect(await marks([], {}, {})).toEqual([])
})

test('the embeddings model has to be there, and this account has to be let in', async () => {
  expect(await marks([embeddings])).toEqual(['good', 'good'])
  expect(await marks([])).toEqual(['bad'])
  expect(await marks([embeddings], { authorized: false })).toEqual(['good', 'bad'])
  expect(await marks([embeddings], { entitled: false })).toEqual(['good', 'bad'])
  expect(await marks([embeddings], { agreed: false })).toEqual(['good', 'open'])
})
