import { describe, expect, test } from 'vitest'
import type { Estimates } from '#shared/handoff/estimates/estimate-store.ts'
import { estimateWaits, isEstimateDue } from '#shared/handoff/estimates/estimate-waits.ts'
import { toldWait } from '#shared/handoff/estimates/told-wait.ts'
import type { Handoff } from '#shared/handoff/handoff.ts'
import type { LineEntry } from '#shared/line/line-entry.ts'
import type { LogEvent } from '#shared/log/log.ts'
import { testConfig } from '#tests/support/test-config.ts'

const minute = 60_000
/** A Monday, ten o'clock, and one of every three minutes. */
const now = Date.UTC(2026, 10, 23, 10, 0)
const config = testConfig({ notices: { estimate: {} } })

/** Each answered after four minutes. */
const answered = (count: number, openedAt = now - 60 * minute): Handoff[] =>
  Array.from({ length: count }, (_, n) => {
    const at = openedAt + n * 1_000
    const done = { firstClaimedAt: at + 3 * minute, firstReplyAt: at + 4 * minute }
    return { id: `h-${openedAt}-${n}`, team: 'care', openedAt: at, teamSince: at, ...done } as Handoff
  })

const desk = (handoffs: readonly Handoff[], teamSince: readonly number[] = []) => {
  const written: Estimates[] = []
  const logged: LogEvent[] = []
  const calls = { log: 0, line: 0 }
  return {
    written,
    calls,
    ports: (at = now) => ({
      clock: () => at,
      log: (event: LogEvent) => void logged.push(event),
      estimates: { write: async (one: Estimates) => void written.push(one) },
      line: {
        list: async () => {
          calls.line += 1
          return { entries: teamSince.map((since) => ({ teamSince: since }) as LineEntry) }
        },
      },
      handoffs: {
        log: async (from: number, to: number) => {
          calls.log += 1
          return { handoffs: handoffs.filter(({ openedAt }) => openedAt >= from && openedAt < to) }
        },
      },
    }),
  }
}

test('a team with enough answered waits gets a bound, and another gets none', async () => {
  const { ports, written } = desk(answered(30))

  expect(await estimateWaits(ports(), config)).toBe(1)
  expect(written).toEqual([{ at: now, minutes: { care: 5 } }])
})

test('what nothing can be said of takes the place of what was said before', async () => {
  const { ports, written, calls } = desk(answered(29))

  expect(await estimateWaits(ports(), config)).toBe(0)
  expect(written).toEqual([{ at: now, minutes: {} }])
  expect(calls.line).toBe(0)
})

test('waits of long ago are not asked for', async () => {
  const { ports, written } = desk(answered(30, now - 121 * minute))

  await estimateWaits(ports(), config)

  expect(written).toEqual([{ at: now, minutes: {} }])
})

test('who waits in the line now raises the bound', async () => {
  const { ports, written } = desk(answered(30), [now - 20 * minute])

  await estimateWaits(ports(), config)

  expect(written).toEqual([{ at: now, minutes: { care: 30 } }])
})

test('a closed team has no bound, and what came while it was closed counts for none', async () => {
  const hours = (open: string) => ({ timeZone: 'UTC', weekly: { mon: [open] } })
  const teams = (open: string) => ({ care: { name: 'Care', languages: ['en'], hours: hours(open) } })
  const within = (open: string) => testConfig({ teams: teams(open), routing: [], notices: { estimate: {} } })
  const { ports, written } = desk(answered(30))

  await estimateWaits(ports(), within('11:00-17:00'))
  await estimateWaits(ports(), within('09:30-17:00'))
  await estimateWaits(ports(), within('09:00-17:00'))

  expect(written.map(({ minutes }) => minutes)).toEqual([{}, {}, { care: 5 }])
})

test('nothing is read or written where nobody asked for it, nor in two of three minutes', async () => {
  const { ports, written, calls } = desk(answered(30))

  await estimateWaits(ports(), testConfig())
  await estimateWaits(ports(now + minute), config)
  await estimateWaits(ports(now + 2 * minute), config)

  expect([written, calls]).toEqual([[], { log: 0, line: 0 }])
  expect([0, 1, 2, 3].map((past) => isEstimateDue(now + past * minute))).toEqual([true, false, false, true])
})

test('on the busiest day a bounded number is read, the newest first', async () => {
  const { ports, calls } = desk([...answered(450, now - 14 * minute), ...answered(450, now - 60 * minute)])

  await estimateWaits(ports(), config)

  expect(calls.log).toBe(1)
})

describe('a bound is told', () => {
  const hours = { timeZone: 'UTC', weekly: { mon: ['09:00-10:15'] } }
  const closing = testConfig({ teams: { care: { name: 'Care', languages: ['en'], hours } }, routing: [] })
  const known = (minutes: number) => ({ at: now, minutes: { care: minutes } })
  const handedOff = { team: 'care', trigger: 'asked-for-human' }

  test('while it is fresh', () => {
    expect(toldWait(known(20), handedOff, config, now + 8 * minute)).toBe(20)
    expect(toldWait(known(20), handedOff, config, now + 8 * minute + 1)).toBeUndefined()
  })

  test('to nobody in distress, of no other team, and where there is none', () => {
    expect(toldWait(known(20), { ...handedOff, trigger: 'distress' }, config, now)).toBeUndefined()
    expect(toldWait(known(20), { ...handedOff, team: 'billing' }, config, now)).toBeUndefined()
    expect(toldWait(undefined, handedOff, config, now)).toBeUndefined()
  })

  test('inside the hours of the team, and where it ends before they do', () => {
    expect(toldWait(known(15), handedOff, closing, now)).toBe(15)
    expect(toldWait(known(20), handedOff, closing, now)).toBeUndefined()
    expect(toldWait(known(5), handedOff, closing, now - 61 * minute)).toBeUndefined()
  })
})
