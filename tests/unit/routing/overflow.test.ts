import { describe, expect, test } from 'vitest'
import type { BatonConfig } from '#shared/config/config.ts'
import { movesDue } from '#shared/routing/overflow.ts'

const team = (name: string) => ({ name, languages: ['en'], capacity: 4 })
const teams: BatonConfig['teams'] = { care: team('Care'), billing: team('Billing'), night: team('Night') }
const at = new Date('2026-11-23T12:00:00Z')
const waiting = (id: string, line: string, minutes: number) => ({
  id,
  team: line,
  waitingSince: new Date(at.getTime() - minutes * 60_000),
})
const due = (entries: ReturnType<typeof waiting>[], overflow: BatonConfig['overflow']) =>
  movesDue(entries, { overflow, teams }, at).map(({ entry, to }) => [entry.id, to])

describe('overflow', () => {
  test('moves who has waited long enough, and leaves the others', () => {
    const entries = [waiting('long', 'billing', 60), waiting('short', 'billing', 59), waiting('other', 'care', 600)]

    expect(due(entries, [{ from: 'billing', afterMinutes: 60, to: 'care' }])).toEqual([['long', 'care']])
  })

  test('takes the first rule that is due', () => {
    const rules = [
      { from: 'billing', afterMinutes: 120, to: 'night' },
      { from: 'billing', afterMinutes: 60, to: 'care' },
    ]

    expect(due([waiting('a', 'billing', 90), waiting('b', 'billing', 120)], rules)).toEqual([
      ['a', 'care'],
      ['b', 'night'],
    ])
  })

  test('counts from when the line was entered, so two rules do not toss a customer to and fro', () => {
    const rules = [
      { from: 'billing', afterMinutes: 60, to: 'care' },
      { from: 'care', afterMinutes: 60, to: 'billing' },
    ]

    expect(due([waiting('moved just now', 'care', 0)], rules)).toEqual([])
  })

  test('moves nobody to a team that does not exist, nor to the same line', () => {
    const rules = [
      { from: 'billing', afterMinutes: 1, to: 'nobody' },
      { from: 'billing', afterMinutes: 1, to: 'billing' },
    ]

    expect(due([waiting('a', 'billing', 60)], rules)).toEqual([])
  })
})
