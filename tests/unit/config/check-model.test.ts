import { describe, expect, test } from 'vitest'
import { writtenTool } from '#tests/support/company-tool.ts'
import { withSections } from './written-config.ts'

const nova = 'us.amazon.nova-2-lite-v1:0'
const haiku = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'
const llama = 'us.meta.llama3-3-70b-instruct-v1:0'
const mixtral = 'mistral.mixtral-8x7b-instruct-v0:1'
const problems = (fields: object, sections: object = {}) =>
  withSections({ model: { id: nova, ...fields }, ...sections })

test.each([
  ['nothing beside its id', {}],
  ['models to fall back on', { fallbacks: [haiku, llama] }],
  ['a cache that its model has', { cache: true }],
  ['a cache that only another model has', { id: llama, fallbacks: [nova], cache: true }],
  ['a schema that its model is held to', { id: haiku, strict: true }],
  ['a guardrail', { guardrail: { id: 'gr1abc2def3', version: '3' } }],
  [
    'a guardrail’s draft, by its ARN',
    { guardrail: { id: 'arn:aws:bedrock:eu-west-1:123456789012:guardrail/gr1', version: 'DRAFT' } },
  ],
  ['a tier', { serviceTier: 'priority' }],
  ['a budget of calls', { budget: { callsPerDay: 1_000 } }],
  ['a budget of tokens, by its own day', { budget: { tokensPerDay: 1_000_000, timeZone: 'Europe/Berlin' } }],
  ['as many calls in a day as in an hour', { callsPerSenderPerHour: 60, callsPerSenderPerDay: 60 }],
])('a model may have %s', (_, fields) => {
  expect(problems(fields)).toEqual([])
})

test.each<[string, object, string]>([
  [
    'itself to fall back on',
    { fallbacks: [nova] },
    `model.fallbacks.0: "${nova}" is not allowed: must be a model that is not named before it`,
  ],
  [
    'one twice',
    { fallbacks: [haiku, haiku] },
    `model.fallbacks.1: "${haiku}" is not allowed: must be a model that is not named before it`,
  ],
  ['four', { fallbacks: ['a.b', 'a.c', 'a.d', 'a.e'] }, 'model.fallbacks: '],
  ['what is no model', { fallbacks: ['gpt'] }, 'model.fallbacks'],
  [
    'one that takes no instructions',
    { fallbacks: [mixtral] },
    `model.fallbacks.0: "${mixtral}" is not allowed: must be a model that takes instructions and a conversation: Mistral Instruct does not`,
  ],
  [
    'a cache that no model has',
    { id: llama, cache: true },
    'model.cache: true is not allowed: must be false: no cache is known of the models that are named',
  ],
  [
    'a schema that it is not held to',
    { strict: true },
    `model.strict: true is not allowed: must be false: it is not documented of model.id, ${nova}`,
  ],
  [
    'a schema that one of them is not held to',
    { id: haiku, fallbacks: [nova], strict: true },
    `model.strict: true is not allowed: must be false: it is not documented of model.fallbacks.0, ${nova}`,
  ],
  ['a guardrail without a version', { guardrail: { id: 'gr1' } }, 'model.guardrail.version: is missing'],
  [
    'a guardrail of a wrong version',
    { guardrail: { id: 'gr1', version: 'latest' } },
    'model.guardrail.version: "latest" is not allowed: must be a version such as "3", or "DRAFT"',
  ],
  [
    'a guardrail of a wrong id',
    { guardrail: { id: 'GR_1', version: '1' } },
    'model.guardrail.id: "GR_1" is not allowed: must be the id or the ARN of a guardrail',
  ],
  [
    'a tier that there is not',
    { serviceTier: 'turbo' },
    'model.serviceTier: "turbo" is not allowed: must be one of "default", "priority", "flex", "reserved"',
  ],
  ['an empty budget', { budget: {} }, 'model.budget: is empty: must have callsPerDay, tokensPerDay or both'],
  [
    'a budget on no day',
    { budget: { callsPerDay: 5, timeZone: '+01:00' } },
    'model.budget.timeZone: "+01:00" is not allowed: must be an IANA time zone such as "Europe/Berlin"',
  ],
  [
    'fewer calls in a day than in an hour',
    { callsPerSenderPerHour: 60, callsPerSenderPerDay: 59 },
    'model.callsPerSenderPerDay: 59 is not allowed: must be at least callsPerSenderPerHour, 60',
  ],
])('a model may not have %s', (_, fields, line) => {
  const found = problems(fields)

  expect(found).toHaveLength(1)
  expect(found[0]).toContain(line)
})

describe('tools of the company', () => {
  const sections = { tools: [writtenTool()] }

  test.each([nova, haiku, llama])('may be asked by %s', (id) => {
    expect(problems({ id }, sections)).toEqual([])
  })

  test.each(['us.deepseek.r1-v1:0', 'meta.llama3-70b-instruct-v1:0'])('may not be declared beside %s', (id) => {
    expect(problems({ id }, sections)).toEqual([expect.stringContaining('must be a model that calls tools')])
    expect(problems({ id })).toEqual([])
  })
})
