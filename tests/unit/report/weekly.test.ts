import { expect, test } from 'vitest'
import type { Handoff } from '#shared/handoff/handoff.ts'
import { spreadOf } from '#shared/report/figures/spread.ts'
import { weekAt, weekBefore } from '#shared/report/week.ts'
import { figuresOf, weeklyReport } from '#shared/report/weekly.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

const monday = Date.UTC(2026, 10, 23)
const minute = 60_000

const handoffOf = (key: string, fields: Partial<Handoff> = {}): Handoff => ({
  ...waitingConversation({ key, startedAt: monday, openedAt: monday + minute }).handoff,
  ...fields,
})

test('counts what was handed off, the most frequent first', () => {
  const handoffs = [
    handoffOf('a'),
    handoffOf('b', { kind: 'topic', trigger: 'legal', topic: 'legal', team: 'billing' }),
    handoffOf('c', { kind: 'topic', trigger: 'legal', topic: 'legal', team: 'billing' }),
  ]

  const { kinds, triggers, topics, teams, ...figures } = figuresOf(handoffs)

  expect(Object.entries(kinds)).toEqual([
    ['topic', 2],
    ['failure', 1],
  ])
  expect({ triggers, topics, teams }).toEqual({
    triggers: { legal: 2, 'asked-for-human': 1 },
    topics: { legal: 2 },
    teams: { billing: 2, care: 1 },
  })
  expect(figures).toMatchObject({ handoffs: 3, conversations: 3, open: 3, repeats: 0 })
})

test('counts how they ended, and what went around', () => {
  const handoffs = [
    handoffOf('a', { outcome: 'solved', endedAt: monday + 9 * minute, transfers: 2 }),
    handoffOf('b', { outcome: 'returned-to-assistant', endedAt: monday + 9 * minute }),
    handoffOf('b', { n: 2, transfers: 1 }),
  ]

  const { outcomes, open, transfers, returns, repeats } = figuresOf(handoffs)

  expect({ outcomes, open, transfers, returns, repeats }).toEqual({
    outcomes: { 'returned-to-assistant': 1, solved: 1 },
    open: 1,
    transfers: 3,
    returns: 1,
    repeats: 1,
  })
})

test('a week without handoffs has figures without times', () => {
  const { handoffs, waitBefore, kinds } = figuresOf([])

  expect({ handoffs, waitBefore, kinds }).toEqual({ handoffs: 0, waitBefore: { samples: 0 }, kinds: {} })
})

test('median and 90th percentile are times that somebody waited', () => {
  const spread = spreadOf([100, undefined, 10, 20, 30, 40, 50, 60, 70, 80, 90])

  expect(spread).toEqual({ samples: 10, medianSeconds: 50, p90Seconds: 90 })
})

test.each([
  ['a longer wait after than before', 2, true],
  ['a wait as long', 1, false],
  ['a shorter wait', 0.5, false],
])('the alarm judges %s', (_, minutes, alarm) => {
  const late = handoffOf('a', { firstReplyAt: monday + minute + minutes * minute })
  const week = weekAt(monday)

  const report = weeklyReport({
    week,
    handoffs: [late],
    before: { week: weekBefore(week), handoffs: [] },
    until: week.to,
  })

  expect(report.longerAfterThanBefore).toBe(alarm)
})

const alarmOf = (handoffs: readonly Handoff[], until?: number) => {
  const week = weekAt(monday)
  return weeklyReport({ week, handoffs, before: { week: weekBefore(week), handoffs: [] }, until: until ?? week.to })
    .longerAfterThanBefore
}
const answered = (key: string) => handoffOf(key, { firstReplyAt: monday + minute + 1_000 })

test('who still waits for an answer has waited at least so long: the alarm hears of those whom nobody answers', () => {
  const unanswered = ['b', 'c'].map((key) => handoffOf(key))

  expect(alarmOf([answered('a')])).toBe(false)
  expect(alarmOf([answered('a'), ...unanswered])).toBe(true)
  expect(alarmOf(unanswered)).toBe(true)
})

test('but not of the wait of a week that goes on beyond this moment, nor of whoever left unanswered', () => {
  const left = ['b', 'c'].map((key) => handoffOf(key, { outcome: 'customer-left', endedAt: monday + 90 * minute }))

  expect(alarmOf([answered('a'), handoffOf('b'), handoffOf('c')], monday + minute + 30_000)).toBe(false)
  expect(alarmOf([answered('a'), ...left])).toBe(false)
})

test('stands next to the week before', () => {
  const week = weekAt(monday)

  const report = weeklyReport({
    week,
    handoffs: [handoffOf('a')],
    before: { week: weekBefore(week), handoffs: [handoffOf('b'), handoffOf('c')] },
    until: week.to,
  })

  expect(report).toMatchObject({
    week: '2026-W48',
    figures: { handoffs: 1 },
    before: { week: '2026-W47', figures: { handoffs: 2 } },
  })
})
