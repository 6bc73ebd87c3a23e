import { expect, test } from 'vitest'
import { agentsNeeded, inOrder, type Limit, limitsAt, type Scale, utilisation } from '#infra/cost/limits.ts'
import { noUsage } from '#infra/cost/load/usage.ts'
import { fixedMonthly, keepingMonthly, pollingMonthly, sum } from '#infra/cost/monthly.ts'
import { models } from '#infra/cost/price-list.ts'
import { averageConversation, peakPerSecond } from '#infra/cost/reference-load.ts'
import { templateFacts } from '#infra/cost/template-facts.ts'
import { sampleFacts, sampleTurn } from './sample-facts.ts'

const [model] = models
if (!model) throw new Error('no model')

const scale = (fields: Partial<Scale> = {}): Scale => ({
  conversationsPerMonth: 1_000_000,
  conversation: { TakeTurn: sampleTurn },
  idlePoll: {},
  facts: sampleFacts,
  model,
  maxTokens: 700,
  closingsPerSweep: 50,
  ...fields,
})

const limit = (name: string, fields: Partial<Scale> = {}): Limit => {
  const found = limitsAt(scale(fields)).find((one) => one.name.includes(name))
  if (!found) throw new Error(`no limit ${name}`)
  return found
}

const plain = (name: string, use: number, capacity: number): Limit => ({ name, use, capacity, unit: 'x', lever: 'y' })

test('the busiest second of a million conversations a month has twice the average of a tenth of a day', () => {
  expect(peakPerSecond(1_080_000)).toBeCloseTo((36_000 * 0.1 * 2) / 3_600, 10)
})

test('an average conversation is three answered ones, closed by silence, to one that was handed off', () => {
  const one = (invocations: number) => ({ TakeTurn: { ...noUsage, invocations } })
  const record = {
    answered: one(8),
    closedBySilence: one(4),
    handedOff: one(20),
    idlePoll: {},
    emptySweep: {},
    keptBytes: { answered: 0, handedOff: 0 },
  }

  expect(averageConversation(record).TakeTurn?.invocations).toBe(9 + 5)
})

test('the fixed part is made of what the stack has', () => {
  const lines = fixedMonthly({ Sweep: { ...noUsage, readUnits: 10 } }, sampleFacts)
  const costs = Object.fromEntries(lines.map(({ what, dollars }) => [what, dollars]))

  expect(costs['13 alarm metrics']).toBeCloseTo(1.3, 6)
  expect(costs['20 custom metrics at most: one costs in the hours in which it was counted']).toBeCloseTo(6, 6)
  expect(costs["1 dashboard: free among the account's first three, $3 beyond"]).toBe(0)
  expect(costs['2 secrets']).toBeCloseTo(0.8, 6)
  expect(costs['1 customer-managed keys']).toBeCloseTo(1, 6)
  // 43,200 runs: ten units read each, and the scheduler's own price.
  expect(costs['43200 runs of the sweep']).toBeCloseTo(43_200 * (10 * 0.125e-6 + 1e-6), 6)
  // Two sources of five pollers, three polls a minute.
  expect(lines.at(-1)?.dollars).toBeCloseTo(1_296_000 * 0.5e-6, 6)
  expect(sum(lines)).toBeCloseTo(
    lines.reduce((total, { dollars }) => total + dollars, 0),
    10,
  )
})

test('an agent polls 1,200 times an hour', () => {
  const poll = { AgentApi: { ...noUsage, readUnits: 8 } }

  expect(pollingMonthly(poll, sampleFacts)).toBeCloseTo(1_200 * 8 * 22 * 1e-6, 8)
})

test('a GB is kept for the price of table and backup', () => {
  expect(keepingMonthly(1e9)).toBeCloseTo(0.45, 10)
})

test('people are needed for the handoffs of the busiest hour, and always one', () => {
  expect(agentsNeeded(10)).toBe(1)
  // 100,000 a day, a tenth in an hour, a quarter of them handed off: 2,500 in an hour, ten minutes each, three at once.
  expect(agentsNeeded(3_000_000)).toBe(Math.ceil((2_500 * 10) / 60 / 3))
})

test('Bedrock holds back the longest answer for each call', () => {
  const perMinute = peakPerSecond(1_000_000) * 60

  expect(limit('Bedrock tokens').use).toBeCloseTo((1_000 + 700) * perMinute, 6)
  expect(limit('Bedrock tokens', { maxTokens: 100 }).use).toBeCloseTo(1_100 * perMinute, 6)
})

test("half of the handoffs' entries are on one team's line", () => {
  const written = { 'waiting entry': { writes: 1, bytes: 1, tableUnits: 4, indexUnits: 0 } }
  const conversation = { TakeTurn: { ...sampleTurn, written } }

  expect(limit("team's line", { conversation }).use).toBeCloseTo(2 * peakPerSecond(1_000_000), 8)
})

test('the sweep has the busiest hour for what falls silent in it', () => {
  const { use, capacity } = limit('sweep')

  expect(capacity).toBe(3_000)
  expect(use).toBeCloseTo((1_000_000 / 30) * 0.1 * 0.75, 6)
})

test('concurrency is what runs at once, polls of agents among it', () => {
  const idlePoll = { AgentApi: { ...noUsage, invocations: 1, calls: { 'sqs ReceiveMessage': 1 } } }
  const [without, withPolls] = [limit('default').use, limit('default', { idlePoll }).use]

  expect(without).toBeGreaterThan(0)
  expect(withPolls).toBeGreaterThan(without)
})

test('of several limits those that are met come first, the first of them first, and then the next', () => {
  const limits = [plain('far', 1, 100), plain('met', 20, 10), plain('near', 9, 10), plain('met long ago', 90, 10)]
  const { met, next } = inOrder(limits)

  expect(met.map(({ name }) => name)).toEqual(['met long ago', 'met'])
  expect(next?.name).toBe('near')
  expect(inOrder([plain('met', 1, 1)])).toEqual({ met: [plain('met', 1, 1)] })
  expect(utilisation(plain('half', 5, 10))).toBe(0.5)
})

/** One of AWS's, two of the doors' own, one of them twice, and what is reckoned from them. */
const own = (team: string) => ['Baton', 'LineLength', 'service', 'sweep', 'team', team, { stat: 'Maximum' }]
const graphs = [
  [['AWS/SQS', 'Age', 'QueueName', '?'], own('care')],
  [[{ expression: 'a / 60' }], own('care'), own('night')],
]
const board = JSON.stringify({ widgets: graphs.map((metrics) => ({ properties: { metrics } })) })
  .split('?')
  .flatMap((text, at) => (at === 0 ? [text] : [{ Ref: 'Inbound' }, text]))

test('the template tells memory, throttle, access log and what costs by the month', () => {
  const facts = templateFacts({
    TakeTurnFunction1A2B3C4D: {
      Type: 'AWS::Lambda::Function',
      Properties: { MemorySize: 192, TracingConfig: { Mode: 'Active' } },
    },
    Small0A0B0C0D: { Type: 'AWS::Lambda::Function', Properties: {} },
    One: { Type: 'AWS::CloudWatch::Alarm', Properties: { MetricName: 'Errors' } },
    Two: { Type: 'AWS::CloudWatch::Alarm', Properties: { Metrics: [{ MetricStat: {} }, { MetricStat: {} }, {}] } },
    Secret: { Type: 'AWS::SecretsManager::Secret', Properties: {} },
    Key: { Type: 'AWS::KMS::Key', Properties: {} },
    Board: { Type: 'AWS::CloudWatch::Dashboard', Properties: { DashboardBody: { 'Fn::Join': ['', board] } } },
    Stage: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: {
        DefaultRouteSettings: { ThrottlingRateLimit: 500 },
        AccessLogSettings: { Format: '{"a":"$context.requestId"}' },
      },
    },
  })

  expect(facts).toEqual({
    memory: { TakeTurn: 192, Small: 128 },
    alarmMetrics: 3,
    customMetrics: 2,
    dashboards: 1,
    secrets: 1,
    keys: 1,
    buckets: 0,
    isTraced: true,
    requestsPerSecond: 500,
    accessLogBytes: '{"a":""}'.length + 14,
  })
})
