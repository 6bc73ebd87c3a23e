import { expect, test } from 'vitest'
import { noUsage, type Usage } from '#infra/cost/load/usage.ts'
import { monthlyTraces } from '#infra/cost/traces.ts'

const month = 30 * 86_400
const sweeps = 30 * 24 * 60
/** Each conversation runs one door ten times. */
const conversation: Usage = { TakeTurn: { ...noUsage, invocations: 10 } }

const tracesOf = (conversationsPerMonth: number, fields: { agents?: number; isTraced?: boolean } = {}) =>
  monthlyTraces({
    conversationsPerMonth,
    conversation,
    agents: fields.agents ?? 0,
    facts: { isTraced: fields.isTraced ?? true },
  })

test('where next to nobody writes nearly every run is a trace, at five dollars a million', () => {
  const { runs, recorded, dollars } = tracesOf(100)

  expect(runs).toBeCloseTo(1_000 + sweeps, 6)
  expect(recorded / runs).toBeGreaterThan(0.98)
  expect(recorded).toBeLessThan(runs)
  expect(dollars).toBeCloseTo(recorded * 5e-6, 12)
})

test('where many runs come each second, one of them is, and a twentieth of the others', () => {
  const perSecond = 1_000
  const { recorded } = tracesOf((perSecond * month) / 10)
  const { recorded: alone } = tracesOf(0)

  expect((recorded - alone) / month).toBeCloseTo(1 + 0.05 * (perSecond - 1), 6)
})

test('agents who look for work are followed as well, in the hours that they are there', () => {
  const { recorded } = tracesOf(0, { agents: 300 })
  const { recorded: alone } = tracesOf(0)

  expect((recorded - alone) / (22 * 8 * 3_600)).toBeCloseTo(1 + 0.05 * 99, 6)
})

test('a company that is not traced pays nothing for it', () => {
  expect(tracesOf(1_000_000, { agents: 10, isTraced: false })).toEqual({ recorded: 0, runs: 0, dollars: 0 })
})
