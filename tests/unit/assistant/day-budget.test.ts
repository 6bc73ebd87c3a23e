import { describe, expect, test } from 'vitest'
import { type DayCounter, type DayLimits, type DaySpending, dayBudget, dayOf } from '#shared/assistant/day-budget.ts'
import type { LogEvent } from '#shared/log/log.ts'
import { mondayMorning } from '#tests/support/test-clock.ts'

const limits: DayLimits = { callsPerDay: 10, timeZone: 'UTC' }
const one = { calls: 1, tokens: 100 }
const day = 24 * 3_600_000

/** The one count of a company, as a table would keep it. */
const counterOf = () => {
  const totals = new Map<string, DaySpending>()
  const counter = { writes: 0, failing: false, totals }
  const add: DayCounter['add'] = async (name, { calls, tokens }) => {
    counter.writes += 1
    if (counter.failing) throw new Error('throttled')
    const before = totals.get(name) ?? { calls: 0, tokens: 0 }
    totals.set(name, { calls: before.calls + calls, tokens: before.tokens + tokens })
    return totals.get(name) ?? before
  }
  return Object.assign(counter, { add })
}

const open = (given: Partial<DayLimits> = {}) => {
  const counter = counterOf()
  const events: LogEvent[] = []
  const environment = () => dayBudget({ ...limits, ...given }, counter, (event) => events.push(event))
  return { counter, events, environment }
}
const spend = async (budget: ReturnType<typeof dayBudget>, times: number, now = mondayMorning, more = one) => {
  for (let n = 0; n < times; n += 1) await budget.count(more, now)
}

describe('a budget of calls', () => {
  test('has something left until the last of it is counted', async () => {
    const budget = open().environment()

    await spend(budget, 9)
    expect(await budget.hasLeft(mondayMorning)).toBe(true)
    await spend(budget, 1)
    expect(await budget.hasLeft(mondayMorning)).toBe(false)
  })

  test('is whole again on the next day', async () => {
    const budget = open().environment()
    await spend(budget, 10)

    expect(await budget.hasLeft(mondayMorning + day)).toBe(true)
  })

  test('is one for all environments, and one that has just begun knows of it before its first call', async () => {
    const { environment } = open()
    await spend(environment(), 10)

    expect(await environment().hasLeft(mondayMorning)).toBe(false)
  })

  test('asks nobody but once a day: what a draft adds tells the rest', async () => {
    const { environment, counter } = open()
    const budget = environment()

    for (let n = 0; n < 5; n += 1) {
      await budget.hasLeft(mondayMorning)
      await budget.count(one, mondayMorning)
    }

    expect(counter.writes).toBe(6)
  })

  test('is overrun by what is in flight and by no more, however many environments there are', async () => {
    const { environment, counter } = open()
    const environments = Array.from({ length: 5 }, environment)
    const draft = async (budget: (typeof environments)[number]) => {
      if (await budget.hasLeft(mondayMorning)) await budget.count({ calls: 2, tokens: 100 }, mondayMorning)
    }
    for (let n = 0; n < 50; n += 1) await Promise.all(environments.map(draft))

    const { calls } = counter.totals.get('2026-11-23') ?? { calls: 0 }
    expect(calls).toBeGreaterThanOrEqual(10)
    expect(calls).toBeLessThan(10 + environments.length * 2)
  })
})

test('a budget of tokens ends by tokens', async () => {
  const budget = open({ callsPerDay: undefined, tokensPerDay: 1_000 }).environment()

  await spend(budget, 2, mondayMorning, { calls: 1, tokens: 499 })
  expect(await budget.hasLeft(mondayMorning)).toBe(true)
  await spend(budget, 1, mondayMorning, { calls: 1, tokens: 2 })
  expect(await budget.hasLeft(mondayMorning)).toBe(false)
})

describe('whoever watches', () => {
  test('is told at 80 and at 100 percent, once, whichever environment crosses it', async () => {
    const { environment, events } = open()
    const environments = [environment(), environment(), environment()]

    for (let n = 0; n < 6; n += 1) for (const budget of environments) await spend(budget, 1)

    expect(events).toEqual([
      { event: 'budget.reached', percent: 80, calls: 8, tokens: 800 },
      { event: 'budget.reached', percent: 100, calls: 10, tokens: 1_000 },
    ])
  })

  test('is told both by one draft that crosses both', async () => {
    const { environment, events } = open({ tokensPerDay: 1_000 })

    await spend(environment(), 1, mondayMorning, { calls: 1, tokens: 5_000 })

    expect(events.map((event) => 'percent' in event && event.percent)).toEqual([80, 100])
  })
})

describe('a counter that fails', () => {
  test('fails nobody, and what was not counted is counted with the next', async () => {
    const { environment, counter, events } = open()
    const budget = environment()
    counter.failing = true
    await spend(budget, 3)
    counter.failing = false
    await spend(budget, 1)

    expect(counter.totals.get('2026-11-23')).toEqual({ calls: 4, tokens: 400 })
    expect(events.filter(({ event }) => event === 'budget.not-counted')).toHaveLength(3)
  })

  test('does not make the budget endless', async () => {
    const { environment, counter } = open()
    const budget = environment()
    counter.failing = true
    await spend(budget, 10)

    expect(await budget.hasLeft(mondayMorning)).toBe(false)
  })
})

test.each([
  ['2026-11-23T22:59:59Z', 'Europe/Berlin', '2026-11-23'],
  ['2026-11-23T23:00:00Z', 'Europe/Berlin', '2026-11-24'],
  ['2026-11-23T23:00:00Z', 'UTC', '2026-11-23'],
  ['2026-06-30T22:00:00Z', 'Europe/Berlin', '2026-07-01'],
  ['2026-11-23T03:00:00Z', 'America/New_York', '2026-11-22'],
])('%s is, in %s, on %s', (at, timeZone, name) => {
  expect(dayOf(Date.parse(at), timeZone)).toBe(name)
})
