import { expect, test } from 'vitest'
import { busyMs, gigabyteSeconds, invocationSeconds } from '#infra/cost/door-time.ts'
import { callMs, cpuMsAt } from '#infra/cost/durations.ts'
import { noUsage } from '#infra/cost/load/usage.ts'
import { tokenDollars, tokensOf } from '#infra/cost/model-costs.ts'
import { dollars, models, prices } from '#infra/cost/price-list.ts'
import { byService, doorTotal, infrastructureCosts } from '#infra/cost/service-costs.ts'
import { sampleFacts, sampleTurn } from './sample-facts.ts'

test('a price is for so many units', () => {
  expect(dollars('writeUnit', 1_000_000)).toBeCloseTo(0.625, 10)
  expect(dollars('secretCall', 20_000)).toBeCloseTo(0.1, 10)
  expect(dollars('alarm', 13)).toBeCloseTo(1.3, 10)
})

test('every price names its source', () => {
  for (const { source, unit, dollars: amount } of Object.values(prices)) {
    expect(source.length).toBeGreaterThan(5)
    expect(unit.length).toBeGreaterThan(2)
    expect(amount).toBeGreaterThan(0)
  }
})

test('a million turns cost what the arithmetic on paper says', () => {
  const million = 1_000_000
  const turn = infrastructureCosts({ TakeTurn: sampleTurn }, sampleFacts, 1_000)
  const costs = byService(turn)

  expect(costs['Lambda requests'] * million).toBeCloseTo(0.2, 6)
  // Two calls of the platform and one of the door's own, each to a FIFO queue.
  expect(costs.SQS * million).toBeCloseTo(1.5, 6)
  expect(costs['DynamoDB writes'] * million).toBeCloseTo(10 * 0.625, 6)
  expect(costs['DynamoDB reads'] * million).toBeCloseTo(1.5 * 0.125, 6)
  // 974 bytes and the 26 that CloudWatch adds.
  expect(costs['CloudWatch logs'] * million).toBeCloseTo(0.5, 6)
  expect(costs['HTTP API']).toBe(0)
})

test('requests of the API cost their price, and a line of its access log', () => {
  const usage = { ReceiveMessage: { ...noUsage, httpRequests: 1_000_000 } }
  const costs = byService(infrastructureCosts(usage, sampleFacts, 0))

  expect(costs['HTTP API']).toBeCloseTo(1, 10)
  expect(costs['CloudWatch logs']).toBeCloseTo(300 * 1e6 * 0.5e-9, 10)
})

test('tickets are of a standard queue, and a GB to the internet costs its price', () => {
  const usage = { AgentApi: { ...noUsage, calls: { 'sqs ReceiveMessage': 1_000_000 }, sentBytes: 1e9 } }
  const costs = byService(infrastructureCosts(usage, sampleFacts, 0))

  expect(costs.SQS).toBeCloseTo(0.4, 10)
  expect(costs['data transfer']).toBeCloseTo(0.09, 10)
})

test('a turn is billed for its calls one after the other, the model among them, for its CPU time and a cold start now and then', () => {
  const waiting = 1_000 + (callMs['sqs SendMessage'] ?? 0) + (callMs['dynamodb Query'] ?? 0)
  const expectedMs = waiting + (callMs['dynamodb TransactWriteItems'] ?? 0) + cpuMsAt('TakeTurn', 1_024) + 5

  expect(gigabyteSeconds('TakeTurn', sampleTurn, 1_024, 1_000)).toBeCloseTo(expectedMs / 1_000, 6)
  expect(gigabyteSeconds('TakeTurn', sampleTurn, 512, 1_000)).toBeGreaterThan(expectedMs / 2_000)
  expect(invocationSeconds('TakeTurn', sampleTurn, 1_024, 1_000)).toBeCloseTo(expectedMs / 1_000, 6)
})

test('half the memory is half the core', () => {
  expect(cpuMsAt('TakeTurn', 256)).toBeCloseTo(cpuMsAt('TakeTurn', 128) / 2, 6)
  expect(cpuMsAt('TakeTurn', 3_000)).toBe(cpuMsAt('TakeTurn', 1_769))
})

test('what was not called takes no time, and what has no stated time is refused', () => {
  expect(invocationSeconds('TakeTurn', noUsage, 256, 1_000)).toBe(0)
  expect(() => busyMs('TakeTurn', { ...noUsage, calls: { 'dynamodb Scan': 1 } })).toThrow(
    'no duration is stated for dynamodb Scan',
  )
})

test('the whole is the sum of doors and services', () => {
  const one = infrastructureCosts({ TakeTurn: sampleTurn }, sampleFacts, 500)
  const two = infrastructureCosts({ TakeTurn: sampleTurn, Sweep: { ...noUsage, readUnits: 8 } }, sampleFacts, 500)

  expect(doorTotal(two) - doorTotal(one)).toBeCloseTo(1e-6, 10)
})

test('tokens are counted from characters and priced by the model', () => {
  const tokens = tokensOf({ TakeTurn: sampleTurn })
  const micro = models.find(({ name }) => name === 'Nova Micro')

  expect(tokens).toEqual({ input: 1_000, output: 100, calls: 1 })
  expect(micro && tokenDollars(tokens, micro)).toBeCloseTo((1_000 * 0.035 + 100 * 0.14) / 1e6, 12)
})
