import { expect, test } from 'vitest'
import { cacheWarnings } from '#infra/model/cache-warnings.ts'
import { toolOf } from '#tests/support/company-tool.ts'
import { testConfig } from '#tests/support/test-config.ts'

const nova = 'us.amazon.nova-2-lite-v1:0'
const configOf = (model: object) => testConfig({ model: { id: nova, ...model } })

test('a prompt that is too short to be kept is told, with how long it is and would have to be', () => {
  expect(cacheWarnings(configOf({ cache: true }))).toEqual([
    expect.stringMatching(
      /^model\.cache: the instructions for us\.amazon\.nova-2-lite-v1:0 are about \d{3} tokens, and Amazon Nova keeps 1000 or more/,
    ),
  ])
})

test('each model that is asked is told of', () => {
  const fallbacks = ['us.anthropic.claude-haiku-4-5-20251001-v1:0', 'us.meta.llama4-scout-17b-instruct-v1:0']

  expect(cacheWarnings(configOf({ cache: true, fallbacks }))).toEqual([
    expect.stringContaining('nova-2-lite'),
    expect.stringContaining('keeps 4096 or more'),
    expect.stringContaining('no cache is known of us.meta'),
  ])
})

test('nothing is told of a prompt that is long enough, nor where no cache is asked for', () => {
  const tools = Array.from({ length: 16 }, (_, n) => toolOf({ name: `look_up_${n}` }))

  expect(cacheWarnings({ ...configOf({ cache: true }), tools })).toEqual([])
  expect(cacheWarnings(configOf({}))).toEqual([])
})
