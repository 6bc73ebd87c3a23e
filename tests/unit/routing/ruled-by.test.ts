import { expect, test } from 'vitest'
import { findingsOf, recordedFacts, ruledBy } from '#shared/routing/ruled-by.ts'

const fired = [
  { trigger: 'legal', kind: 'topic' as const, topic: 'legal' },
  { trigger: 'low-confidence', kind: 'failure' as const },
]
const facts = {
  fired: findingsOf(fired, 'delivery'),
  channel: 'standard',
  language: 'de',
  tier: 'gold',
  value: 0,
  attributes: { plan: 'pro', birthday: '1990-01-01' },
}
const overflow = [{ from: 'a', to: 'b', afterMinutes: 1, when: { attributes: { plan: ['pro'] } } }]

test('a failure has the topic of what was found, a topic trigger its own', () => {
  expect(facts.fired.map(({ topic }) => topic)).toEqual(['legal', 'delivery'])
  expect(findingsOf(fired, undefined)[1]).toEqual({ trigger: 'low-confidence', kind: 'failure' })
})

test('what a record keeps gives the facts again, but for attributes that no overflow rule names', () => {
  const record = { fired, channel: 'standard', language: 'de', ...ruledBy(facts, 'delivery', { overflow }) }

  expect(recordedFacts(record)).toEqual({ ...facts, attributes: { plan: 'pro' } })
})

test('where there is nothing to keep, nothing is kept', () => {
  expect(ruledBy({ fired, channel: 'standard' }, undefined, { overflow })).toEqual({})
})
