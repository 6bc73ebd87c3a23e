import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { cronMatcher } from '#infra/local/events/cron.ts'
import { rateMs, startSchedule } from '#infra/local/events/schedule.ts'
import type { LocalFunction } from '#infra/local/lambda/local-function.ts'

const at = (text: string) => new Date(`${text}:00Z`)

describe('a cron expression', () => {
  it.each([
    ['cron(0 6 ? * MON *)', '2026-11-23T06:00', true],
    ['cron(0 6 ? * MON *)', '2026-11-24T06:00', false],
    ['cron(0/15 * * * ? *)', '2026-11-24T07:45', true],
    ['cron(0/15 * * * ? *)', '2026-11-24T07:46', false],
    ['cron(30 8-17 ? * MON-FRI *)', '2026-11-22T08:30', false],
    ['cron(30 8-17 ? * 2-6 *)', '2026-11-20T17:30', true],
    ['cron(0 0 1 JAN,JUL ? 2027)', '2027-07-01T00:00', true],
  ])('%s at %s: %s', (expression, time, due) => {
    expect(cronMatcher(expression)(at(time))).toBe(due)
  })

  it('is read in its time zone', () => {
    expect(cronMatcher('cron(0 9 * * ? *)', 'Europe/Berlin')(at('2026-11-22T08:00'))).toBe(true)
    expect(cronMatcher('cron(0 9 * * ? *)', 'Europe/Berlin')(at('2026-07-22T07:00'))).toBe(true)
  })

  it.each(['cron(0 6 L * ? *)', 'cron(61 * * * ? *)', 'cron(0 6 * *)'])('%s is refused', (expression) => {
    expect(() => cronMatcher(expression)).toThrow(/the local cloud cannot read/)
  })
})

describe('a schedule', () => {
  beforeEach(() => vi.useFakeTimers({ now: at('2026-11-23T05:58') }))
  afterEach(() => vi.useRealTimers())

  const schedule = (expression: string) => ({ id: 's', expression, timeZone: 'UTC', functionId: 'F', input: { a: 1 } })
  const lambda = () => ({ invoke: vi.fn(() => Promise.resolve(null)) }) as unknown as LocalFunction

  it('calls at its rate until it is closed', () => {
    const called = lambda()
    const clock = startSchedule(schedule('rate(1 minute)'), called)

    vi.advanceTimersByTime(150_000)
    clock.close()
    vi.advanceTimersByTime(150_000)

    expect(called.invoke).toHaveBeenCalledTimes(2)
    expect(called.invoke).toHaveBeenCalledWith({ a: 1 })
  })

  it('calls in the minute its cron names', () => {
    const called = lambda()
    const clock = startSchedule(schedule('cron(0 6 ? * MON *)'), called)

    vi.advanceTimersByTime(600_000)

    expect(called.invoke).toHaveBeenCalledTimes(1)
    clock.close()
  })

  it('reads rates', () => {
    expect(['rate(1 minute)', 'rate(2 hours)', 'cron(* * * * ? *)'].map(rateMs)).toEqual([60_000, 7_200_000, undefined])
  })
})
