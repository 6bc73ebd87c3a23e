import { expect, test } from 'vitest'
import type { Hours } from '#shared/config/config.ts'
import { watchLine } from '#shared/handoff/watch-line.ts'
import type { LogEvent } from '#shared/log/log.ts'

const at = Date.parse('2026-11-23T09:30:00Z')
const none = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
const hours = (...mon: string[]): Hours => ({ timeZone: 'UTC', weekly: { ...none, mon }, holidays: [] })

const watch = async (measured: { waiting: number; since?: number }, team: { hours?: Hours } = {}) => {
  const events: LogEvent[] = []
  const line = { measure: async () => measured }
  const waiting = await watchLine({ line, clock: () => at, log: (event) => events.push(event) }, team, 'care')
  return { waiting, events }
}

test('a line is told by its length and its longest wait', async () => {
  const { waiting, events } = await watch({ waiting: 3, since: at - 600_400 })

  expect(waiting).toBe(3)
  expect(events).toEqual([{ event: 'line.watched', team: 'care', waiting: 3, longestSeconds: 600, openSeconds: 600 }])
})

test('an empty line is told as well', async () => {
  const { events } = await watch({ waiting: 0 })

  expect(events).toEqual([{ event: 'line.watched', team: 'care', waiting: 0, longestSeconds: 0, openSeconds: 0 }])
})

test('who wrote at night has waited for an open team since it opened', async () => {
  const { events } = await watch({ waiting: 1, since: at - 36_000_000 }, { hours: hours('09:00-17:00') })

  expect(events).toEqual([expect.objectContaining({ longestSeconds: 36_000, openSeconds: 1_800 })])
})

test('who wrote after it opened has waited since then', async () => {
  const { events } = await watch({ waiting: 1, since: at - 60_000 }, { hours: hours('09:00-17:00') })

  expect(events).toEqual([expect.objectContaining({ longestSeconds: 60, openSeconds: 60 })])
})

test('a closed team keeps nobody waiting while it is open', async () => {
  const { events } = await watch({ waiting: 1, since: at - 60_000 }, { hours: hours('10:00-17:00') })

  expect(events).toEqual([{ event: 'line.watched', team: 'care', waiting: 1, longestSeconds: 60 }])
})

test('an entry that another clock wrote a moment ahead has waited for nothing', async () => {
  const { events } = await watch({ waiting: 1, since: at + 4_000 })

  expect(events).toEqual([expect.objectContaining({ longestSeconds: 0, openSeconds: 0 })])
})
