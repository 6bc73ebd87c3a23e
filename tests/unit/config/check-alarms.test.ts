import { expect, test } from 'vitest'
import { withSections } from './written-config.ts'

const model = (id: string, ...fallbacks: string[]) => ({ model: { id, fallbacks } })
const priced = 'us.amazon.nova-2-lite-v1:0'
const unknown = 'us.example.unknown-v1:0'
const alarms = { modelDollarsPerDay: 20 }

test.each([
  ['a bound on what a model of known price costs', { ...model(priced), alarms }],
  ['no bound, whatever the model', model(unknown)],
  ['an hour’s wait', { alarms: { longestWaitMinutes: 60 } }],
])('%s is allowed', (_, sections) => {
  expect(withSections(sections)).toEqual([])
})

test.each([
  ['a model', model(unknown)],
  ['a fallback', model(priced, unknown)],
])('dollars are refused where the price of %s is not known', (_, models) => {
  expect(withSections({ ...models, alarms })).toEqual([
    `alarms.modelDollarsPerDay: 20 is not allowed: must be left out, or ${unknown} given a price in infra/cost/price-list.ts`,
  ])
})

test.each([
  ['longestWaitMinutes', 0],
  ['longestWaitMinutes', 1_441],
  ['longestWaitMinutes', 2.5],
  ['modelDollarsPerDay', 0],
])('alarms.%s of %d is refused', (field, value) => {
  const [problem, ...others] = withSections({ alarms: { [field]: value } })

  expect(problem).toMatch(new RegExp(`^alarms\\.${field}: ${value} is not allowed`))
  expect(others).toEqual([])
})
