import { expect, test } from 'vitest'
import { checkConcurrency, checkRequestRate, checkTokens } from '#infra/deploy/checks/check-quotas.ts'

test.each([
  [1_000, 'good'],
  [100, 'good'],
  [99, 'bad'],
  [10, 'bad'],
  [undefined, 'open'],
])('%s Lambda runs at once are %s', (value, mark) => {
  expect(checkConcurrency(value).mark).toBe(mark)
})

test.each([
  [10_000, 'good'],
  [500, 'good'],
  [499, 'bad'],
  [undefined, 'open'],
])('%s API requests a second are %s', (value, mark) => {
  expect(checkRequestRate(value).mark).toBe(mark)
})

const quota = (name: string, value: number) => ({ name, value })
const quotas = [
  quota('(Model customization) Sum of on demand custom model deployment tokens per minute for Amazon Nova 2 Lite', 1),
  quota('On-demand model inference tokens per minute for Amazon Nova 2 Lite', 25_000),
  quota('Cross-region model inference tokens per minute for Amazon Nova 2 Lite', 250_000),
  quota('Cross-region model inference requests per minute for Amazon Nova 2 Lite', 2),
  quota('Global cross-region model inference tokens per minute for Amazon Nova 2 Lite', 2_500_000),
  quota('Cross-region model inference tokens per minute for Amazon Nova Lite', 3),
  quota('Cross-region model inference tokens per minute for Amazon Nova 2 Lite Preview', 4),
  quota('Model invocation max tokens per day for Amazon Nova 2 Lite (doubled for cross-region calls)', 1_000_000),
  quota('Global cross-region model inference tokens per day for Amazon Nova 2 Lite', 5_000_000),
  quota('Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4 V1', 500_000),
]
const told = (id: string, name: string) => checkTokens(quotas, id, name).map(({ found }) => found)

test.each([
  ['amazon.nova-2-lite-v1:0', '25000 tokens a minute, about 10 answers', '1000000 tokens a day'],
  ['us.amazon.nova-2-lite-v1:0', '250000 tokens a minute', '1000000 tokens a day, about 400 answers'],
  ['global.amazon.nova-2-lite-v1:0', '2500000 tokens a minute', '5000000 tokens a day'],
])('of %s, the quotas of its own way to the model count', (id, minute, day) => {
  const [perMinute, perDay] = told(id, 'Nova 2 Lite')

  expect(perMinute).toContain(minute)
  expect(perDay).toContain(day)
})

test('a version that only the quota writes is the same model', () => {
  expect(told('us.anthropic.claude-sonnet-4-v1:0', 'Claude Sonnet 4')[0]).toContain('500000 tokens a minute')
})

test('a model that no quota names is left open', () => {
  const marks = checkTokens(quotas, 'us.amazon.nova-pro-v1:0', 'Nova Pro').map(({ mark }) => mark)

  expect(marks).toEqual(['open', 'open'])
})

test.each([
  [24_999, 'bad'],
  [25_000, 'good'],
  [0, 'bad'],
])('%s tokens a minute are %s', (value, mark) => {
  const own = [quota('On-demand model inference tokens per minute for Amazon Nova Lite', value)]

  expect(checkTokens(own, 'amazon.nova-lite-v1:0', 'Nova Lite')[0]?.mark).toBe(mark)
})
