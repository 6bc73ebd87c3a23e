import { expect, test } from 'vitest'
import { modelReads } from '#shared/config/model-reads.ts'
import { testConfig } from '#tests/support/test-config.ts'

const modelOf = (id: string, more: object = {}) => testConfig({ model: { id, ...more } }).model
const both = ['images', 'documents']

test.each([
  'us.amazon.nova-2-lite-v1:0',
  'amazon.nova-lite-v1:0',
  'eu.amazon.nova-pro-v1:0',
  'us.anthropic.claude-3-7-sonnet-20250219-v1:0',
  'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
])('%s is known to read pictures and documents', (id) => {
  expect(modelReads(modelOf(id))).toEqual(both)
})

test.each([
  'us.amazon.nova-micro-v1:0',
  'amazon.titan-text-express-v1',
  'us.anthropic.claude-3-5-haiku-20241022-v1:0',
  'us.meta.llama3-3-70b-instruct-v1:0',
  'mistral.mistral-large-2407-v1:0',
])('%s is shown nothing unless the configuration says so', (id) => {
  expect(modelReads(modelOf(id))).toEqual([])
  expect(modelReads(modelOf(id, { reads: ['documents'] }))).toEqual(['documents'])
})

test('a model that reads may be shown nothing all the same', () => {
  expect(modelReads(modelOf('us.amazon.nova-2-lite-v1:0', { reads: [] }))).toEqual([])
})

test('what no model reads is refused', () => {
  expect(() => modelOf('us.amazon.nova-2-lite-v1:0', { reads: ['films'] })).toThrow()
})
