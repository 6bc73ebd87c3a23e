import { expect, test } from 'vitest'
import { extraCosts, extrasText } from '#infra/cost/extras.ts'
import { templateFacts } from '#infra/cost/template-facts.ts'
import { sampleConfig, sampleTemplate, withFiles } from '../sample-stack.ts'

const facts = { memory: { Report: 1_769 } }
const extrasOf = (sections: Parameters<typeof sampleConfig>[0] = {}, calls = 5.5) =>
  extraCosts({ config: sampleConfig(sections), facts, calls, keptBytes: 10_000 })
const bedrock = { id: 'us.amazon.nova-2-lite-v1:0' }

test('each week is read twice by a door of one core, and nothing else is on top of the sample company', () => {
  const [read, ...others] = extrasOf()

  // 2.3 ms of 1.73 GB at $0.0000133334, and 4 units at $0.125 a million; twice a thousand times.
  expect(read?.dollars).toBeCloseTo(2_000 * (0.0023 * (1_769 / 1_024) * 0.0000133334 + 0.0000005), 8)
  expect(others).toEqual([])
})

test('a report that is delivered costs its files, and says of SNS and EventBridge that nobody names the price', () => {
  const [, files, ...unknown] = extrasOf({ report: {} })

  expect(files).toMatchObject({ per: 'month', dollars: expect.closeTo((3 * 30) / 7 / 200_000, 8) })
  expect(unknown.map(({ dollars }) => dollars)).toEqual([undefined, undefined])
  expect(extrasText(unknown).match(/price unknown: none of the sources names it/g)).toHaveLength(2)
})

test('a guardrail looks at two units a call, a budget writes once, a knowledge base is asked once', () => {
  const model = { ...bedrock, guardrail: { id: 'gr1abc2def3', version: '1' }, budget: { callsPerDay: 100 } }
  const said = extrasOf({ model }).map(({ what, dollars }) => [what.split(':')[0], dollars])

  expect(said.slice(1)).toEqual([
    ['guardrail', expect.closeTo(1.65, 6)],
    ['model.budget', expect.closeTo((5_500 * 0.625) / 1e6, 8)],
  ])
})

test('the buckets of the report are none of the attachments', () => {
  const bucketsOf = (sections: Parameters<typeof sampleTemplate>[0]) =>
    templateFacts(sampleTemplate(sections).toJSON().Resources).buckets

  expect(bucketsOf({ report: {} })).toBe(0)
  expect(bucketsOf({ ...withFiles, report: {} })).toBeGreaterThan(0)
})

test('an export is looked at each quarter of an hour; of its own price and of Athena’s it is said that nobody names it', () => {
  const [, exported, stored, looks, asked, ...others] = extrasOf({ export: {} })

  expect(exported).toMatchObject({ what: expect.stringContaining('0.30 GB for each 1,000'), per: 'month' })
  expect([exported?.dollars, asked?.dollars]).toEqual([undefined, undefined])
  // 10 MB at $0.023 a GB.
  expect(stored?.dollars).toBeCloseTo(0.000_23, 8)
  // 2,880 looks of two lists, two reads and one request; and seven files a day.
  expect(looks?.dollars).toBeCloseTo(5_970 * 0.000_005 + 5_760 * 0.000_000_4 + 2_880 * 0.000_000_2, 8)
  expect(others).toEqual([])
})
