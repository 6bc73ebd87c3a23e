import { expect, test } from 'vitest'
import { principal } from '#shared/triggers/principal.ts'
import { type Fired, failure, topic } from '#shared/triggers/trigger.ts'

const evidence = { score: 1, threshold: 1 }
const fired = (trigger: string): Fired => topic(trigger, evidence, trigger)

test('safety comes first, then topics, then the wish for a person, then what went wrong', () => {
  const order = [
    'distress',
    'legal',
    'billing-dispute',
    'cancellation',
    'product-safety',
    'high-value-account',
    'asked-for-human',
    'frustration',
    'repeated-question',
    'outside-knowledge',
    'low-confidence',
    'assistant-unavailable',
  ]

  for (const [at, first] of order.entries())
    expect(principal(order.slice(at).toReversed().map(fired))?.trigger).toBe(first)
})

test('of two own topics the one listed first names the handoff', () => {
  expect(principal([fired('press'), fired('product-safety')])?.trigger).toBe('press')
})

test('nothing fired, nothing named', () => {
  expect(principal([])).toBeUndefined()
})

test('the list given stays as it was', () => {
  const list = [failure('frustration', evidence, ''), fired('distress')]

  principal(list)

  expect(list.map(({ trigger }) => trigger)).toEqual(['frustration', 'distress'])
})
