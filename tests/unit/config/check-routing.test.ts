import { expect, test } from 'vitest'
import { withSections } from './written-config.ts'

const rule = (when: object, team = 'care', name = 'a rule') => ({ name, when, team })
const own = { triggers: { own: [{ id: 'safety', phrases: ['burnt'] }] } }
const teams = Object.fromEntries(['care', 'billing', 'night'].map((id) => [id, { name: id, languages: ['en'] }]))
const overflowing = (...steps: readonly [from: string, to: string][]) =>
  withSections({ teams, overflow: steps.map(([from, to]) => ({ from, to, afterMinutes: 5 })) })

test('a default team that there is not is refused', () => {
  expect(withSections({ defaultTeam: 'cares' })).toEqual([
    'defaultTeam: "cares" is not allowed: must be one of "care", "billing"',
  ])
})

test.each([
  { trigger: ['legal', 'low-confidence'] },
  { trigger: ['safety'] },
  { topic: ['legal'] },
  { topic: ['safety'] },
  { topic: ['delivery'] },
  { channel: ['standard'] },
])('a rule may name what there is: %j', (when) => {
  expect(withSections({ ...own, routing: [rule(when)] })).toEqual([])
})

test.each([
  [{ trigger: ['legal', 'law'] }, 'routing.0.when.trigger: "law"'],
  [{ trigger: ['own'] }, 'routing.0.when.trigger: "own"'],
  [{ topic: ['weather'] }, 'routing.0.when.topic: "weather"'],
  [{ channel: ['telegram'] }, 'routing.0.when.channel: "telegram"'],
])('a rule may not name what there is not: %j', (when, told) => {
  expect(withSections({ ...own, routing: [rule(when)] })).toEqual([
    expect.stringContaining(`${told} is not allowed: must`),
  ])
})

test('a rule for a team that there is not is refused at its own place in the list', () => {
  expect(withSections({ routing: [rule({}), rule({}, 'nobody', 'another')] })).toEqual([
    'routing.1.team: "nobody" is not allowed: must be one of "care", "billing"',
  ])
})

test('two rules may not share a name, since the log tells which one decided', () => {
  expect(withSections({ routing: [rule({}), rule({}, 'care', 'another')] })).toEqual([])
  expect(withSections({ routing: [rule({}), rule({})] })).toEqual([
    'routing.1.name: "a rule" is not allowed: must be the name of one rule only',
  ])
})

test('a chain of overflows, and two into one, are accepted', () => {
  expect(overflowing(['care', 'billing'], ['billing', 'night'], ['care', 'night'])).toEqual([])
})

test('an overflow into the same team is refused', () => {
  expect(overflowing(['care', 'care'])).toEqual([
    'overflow.0.to: "care" is not allowed: must be another team than "from"',
  ])
})

test('a circle of overflows is refused at each of its steps, and at no other', () => {
  expect(overflowing(['care', 'billing'], ['billing', 'night'], ['night', 'billing'])).toEqual([
    'overflow.1.to: "night" is not allowed: must not lead back to "billing"',
    'overflow.2.to: "billing" is not allowed: must not lead back to "night"',
  ])
})

test('a circle by way of a third team is refused', () => {
  expect(overflowing(['care', 'billing'], ['billing', 'night'], ['night', 'care'])).toHaveLength(3)
})

test('an overflow from or to a team that there is not is refused', () => {
  expect(overflowing(['cares', 'nights'])).toEqual([
    'overflow.0.from: "cares" is not allowed: must be one of "care", "billing", "night"',
    'overflow.0.to: "nights" is not allowed: must be one of "care", "billing", "night"',
  ])
})
