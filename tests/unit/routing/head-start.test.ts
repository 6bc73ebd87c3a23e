import { expect, test } from 'vitest'
import { headStartMs } from '#shared/routing/head-start.ts'

const facts = { fired: [{ trigger: 'legal', kind: 'topic' as const, topic: 'legal' }], channel: 'standard' }
const headStart = [
  { name: 'platinum', when: { tier: ['platinum'] }, minutes: 45 },
  { when: { tier: ['gold', 'platinum'] }, minutes: 20 },
]

test.each([
  ['platinum', 45],
  ['gold', 20],
  ['silver', 0],
])('the first rule that holds gives the head start: %s gets %i minutes', (tier, minutes) => {
  expect(headStartMs({ ...facts, tier }, { headStart })).toBe(minutes * 60_000)
})

test('without a rule nobody has one', () => {
  expect(headStartMs({ ...facts, tier: 'gold' }, { headStart: [] })).toBe(0)
})
