import { expect, test } from 'vitest'
import { type CostInput, costReport } from '#infra/cost/cost-report.ts'
import { reportText } from '#infra/cost/cost-text.ts'
import { models } from '#infra/cost/price-list.ts'
import { readRecord } from '#infra/cost/record.ts'
import { table } from '#infra/cost/report-text.ts'
import { sampleConfig } from '../sample-stack.ts'
import { sampleFacts } from './sample-facts.ts'

/** As the stack of the sample company is deployed; its template is held to this by the walls' own tests. */
const facts = {
  ...sampleFacts,
  memory: { ReceiveMessage: 192, TakeTurn: 192, DeliverMessage: 192, AgentApi: 256, Sweep: 256, Report: 256 },
}

const input = (fields: Partial<CostInput> = {}): CostInput => ({
  record: readRecord(),
  facts,
  config: sampleConfig(),
  agents: 20,
  ...fields,
})

test('the recorded load stays within ten cents per 1,000 conversations, model tokens aside', () => {
  const { infrastructure, budget } = costReport(input())

  expect(budget).toBe(0.1)
  expect(infrastructure).toBeLessThanOrEqual(budget)
})

test('the model is priced by its identifier, whatever its geography, and a global one by its own price', () => {
  const nameOf = (id: string) => costReport(input({ config: sampleConfig({ model: { id } }) })).model.name

  expect(nameOf('us.amazon.nova-micro-v1:0')).toBe('Nova Micro')
  expect(nameOf('eu.amazon.nova-2-lite-v1:0')).toBe('Nova 2 Lite')
  expect(nameOf('global.amazon.nova-2-lite-v1:0')).toBe('Nova 2 Lite, global')
  expect(() => nameOf('us.example.unknown-v1:0')).toThrow('has no price')
})

test('a dearer model changes tokens and waiting, not the number of calls', () => {
  const { models: rows } = costReport(input())
  const [cheap, dear] = [rows[0], rows.at(-1)]

  expect(rows).toHaveLength(models.length)
  expect(dear?.tokens).toBeGreaterThan(10 * (cheap?.tokens ?? 0))
  expect(dear?.infrastructure).toBeGreaterThan(cheap?.infrastructure ?? 0)
})

test('ten times the conversations cost ten times as much, but for what is fixed', () => {
  const [first, second] = costReport(input()).scales

  expect(second?.infrastructure).toBeCloseTo(10 * (first?.infrastructure ?? 0), 6)
  expect(second?.tokens).toBeCloseTo(10 * (first?.tokens ?? 0), 6)
  expect(second?.fixed).toBe(first?.fixed)
})

test('the text says the figure, where it goes, what comes every month, and which limit is met first', () => {
  const text = reportText(costReport(input()))

  expect(text).toMatch(/^infrastructure: \$0\.\d{4} per 1,000 conversations.*budget \$0\.10: kept/)
  expect(text).toMatch(/DynamoDB writes +\$0\.\d{4}/)
  expect(text).toContain('By model, per 1,000 conversations')
  expect(text).toMatch(/Each month, whatever happens: \$\d/)
  expect(text).toContain('20 agents looking for work')
  expect(text).toMatch(/10,000,000 +\$/)
  expect(text).toMatch(/1,000,000 a month\n {2}Lambda concurrency of a new account: MET at/)
  expect(text).toContain('lever: Service Quotas: Lambda')
  expect(text).toContain('unverified among them:')
})

test('a budget that is not kept is said plainly', () => {
  const doubled = { ...facts, memory: { ...facts.memory, TakeTurn: 3_008 } }

  expect(reportText(costReport(input({ facts: doubled })))).toMatch(/^infrastructure: .*budget \$0\.10: EXCEEDED/)
})

test('records that are kept for good have no sum', () => {
  const config = sampleConfig({ retention: { recordDays: 0 } })

  expect(reportText(costReport(input({ config })))).toContain('for good (config.retention.recordDays is 0)')
})

test('where words end before their records, what keeping both would cost is a bound', () => {
  const textOf = (retention: object) => reportText(costReport(input({ config: sampleConfig({ retention }) })))

  expect(textOf({ textDays: 90 })).toContain(
    'over the 24 months of config.retention.recordDays; at most, for words end after the 90 days of config.retention.textDays',
  )
  expect(textOf({})).not.toContain('textDays')
})

test('a table puts names to the left and numbers to the right', () => {
  expect(
    table([
      ['service', 'dollars'],
      ['SQS', '1'],
    ]),
  ).toBe('service  dollars\nSQS            1')
})

test('attachments cost what they add, where there is a bucket for them', () => {
  const report = (fields: Partial<typeof facts>) => costReport(input({ facts: { ...facts, ...fields } }))
  const [without, withFiles] = [report({ buckets: 0 }), report({ buckets: 2 })]
  const { kept = 0, month = 0, opened = 0 } = withFiles.attachments ?? {}

  expect(without.attachments).toBeUndefined()
  expect(withFiles.infrastructure).toBe(without.infrastructure)
  // A write, 300 MB for a month, and 300 MB to the internet, at the least.
  expect([kept > 0.005, month, opened > 0.027]).toEqual([true, expect.closeTo(0.0069, 6), true])
  expect(reportText(withFiles)).toMatch(/1,000 attachments, on top\nof 300 KB each: \$0\.\d{4} to fetch and keep/)
  expect(reportText(without)).not.toContain('attachments')
})

test('attachments are kept as long as is said of them, else as long as words or records are', () => {
  const monthsOf = (retention: object) => {
    const report = costReport(input({ config: sampleConfig({ retention }), facts: { ...facts, buckets: 2 } }))
    return [report.attachments?.months, /attachmentDays, (.*),/.exec(reportText(report))?.[1]]
  }

  expect(monthsOf({ attachmentDays: 30 })).toEqual([1, 'which are 1'])
  expect(monthsOf({ recordDays: 720, textDays: 90 })).toEqual([3, 'which are 3'])
  expect(monthsOf({ recordDays: 720 })).toEqual([24, 'which are 24'])
  expect(monthsOf({ recordDays: 0 })).toEqual([0, 'for good'])
})
