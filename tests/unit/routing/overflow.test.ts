import { describe, expect, test } from 'vitest'
import type { BatonConfig, OverflowRule } from '#shared/config/config.ts'
import { movesDue } from '#shared/routing/overflow.ts'

const team = (name: string) => ({ name, languages: ['en'], capacity: 4 })
const teams: BatonConfig['teams'] = { care: team('Care'), billing: team('Billing'), night: team('Night') }
const at = new Date('2026-11-23T12:00:00Z')
const waiting = (id: string, line: string, minutes: number) => ({
  id,
  team: line,
  waitingSince: new Date(at.getTime() - minutes * 60_000),
  facts: { fired: [{ trigger: 'legal', kind: 'topic' as const, topic: 'legal' }], channel: 'standard' },
})
const due = (entries: ReturnType<typeof waiting>[], overflow: OverflowRule[]) =>
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

describe('an overflow with conditions', () => {
  const office = (days: object) => ({
    timeZone: 'Europe/Berlin',
    weekly: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [], ...days },
    holidays: [],
  })
  const closing = { ...teams, billing: { ...team('Billing'), hours: office({ mon: ['08:00-12:30'] }) } }
  const rule = (when: NonNullable<OverflowRule['when']>, afterMinutes = 10): OverflowRule => ({
    from: 'billing',
    to: 'care',
    afterMinutes,
    when,
  })
  const facts = {
    fired: [{ trigger: 'legal', kind: 'topic' as const, topic: 'legal' }],
    channel: 'standard',
    language: 'de',
    attributes: { plan: 'pro' },
  }

  test.each<[string, NonNullable<OverflowRule['when']>, NonNullable<OverflowRule['when']>]>([
    ['trigger', { trigger: ['legal'] }, { trigger: ['cancellation'] }],
    ['language', { language: ['de'] }, { language: ['fr'] }],
    ['attribute', { attributes: { plan: ['pro'] } }, { attributes: { plan: ['free'] } }],
  ])('moves those whose %s it names, and no others', (_, holds, fails) => {
    const entry = { ...waiting('a', 'billing', 60), facts }

    expect(due([entry], [rule(holds)])).toHaveLength(1)
    expect(due([entry], [rule(fails)])).toEqual([])
  })

  test.each([
    ['is there', '2026-11-23T11:29:00Z', false],
    ['has just closed', '2026-11-23T11:30:00Z', true],
  ])('for closed teams leaves who waits alone while the team %s', (_, time, moves) => {
    const entry = { ...waiting('a', 'billing', 600), waitingSince: new Date('2026-11-23T09:00:00Z') }
    const config = { teams: closing, overflow: [rule({ teamOpen: false }, 0)] }

    expect(movesDue([entry], config, new Date(time))).toHaveLength(moves ? 1 : 0)
  })

  test('is told by its name, or by what it does', () => {
    const named = { ...rule({}), name: 'the evening' }

    expect(movesDue([waiting('a', 'billing', 60)], { teams, overflow: [named] }, at)[0]?.rule).toBe('the evening')
    expect(movesDue([waiting('a', 'billing', 60)], { teams, overflow: [rule({})] }, at)[0]?.rule).toBe(
      'billing to care after 10 min',
    )
  })
})
