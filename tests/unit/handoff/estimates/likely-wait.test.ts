import { expect, test } from 'vitest'
import { likelyWait } from '#shared/handoff/estimates/likely-wait.ts'
import { sampleOf, type Waited, type WaitSample } from '#shared/handoff/estimates/wait-sample.ts'

const minute = 60_000
const start = 1_700_000_000_000
const nobodyWaits = { waiting: 0, longestMs: 0 }

/** One after the other, so that the line is never long. */
const waits = (minutes: readonly number[], answered = true): readonly WaitSample[] =>
  minutes.map((wait, n) => {
    const from = start + n * 1_000 * minute
    return { from, to: from + wait * minute, answered, outOfLine: from + wait * minute }
  })
const times = (count: number, minutes: number): number[] => Array(count).fill(minutes)

test('the bound is one that nine of ten stay under, rounded up', () => {
  expect(likelyWait(waits([...times(27, 3), ...times(3, 50)]), nobodyWaits, 30)).toBe(5)
  expect(likelyWait(waits([...times(26, 3), ...times(4, 50)]), nobodyWaits, 30)).toBe(60)
  expect(likelyWait(waits(times(30, 11)), nobodyWaits, 30)).toBe(15)
})

test('too few answered waits tell nothing, however many wait', () => {
  expect(likelyWait(waits(times(29, 3)), nobodyWaits, 30)).toBeUndefined()
  expect(likelyWait([...waits(times(29, 3)), ...waits(times(9, 3), false)], nobodyWaits, 30)).toBeUndefined()
  expect(likelyWait(waits(times(30, 3)), nobodyWaits, 30)).toBe(5)
})

test('who still waits counts as longer than they have waited', () => {
  const answered = waits([...times(30, 4), ...times(10, 40)])

  expect(likelyWait(answered, nobodyWaits, 30)).toBe(45)
  expect(likelyWait([...answered, ...waits(times(10, 30), false)], nobodyWaits, 30)).toBe(45)
  expect(likelyWait([...answered, ...waits(times(10, 50), false)], nobodyWaits, 30)).toBeUndefined()
})

test('who waits now raises the bound, and beyond two hours nothing is told', () => {
  const quick = waits(times(30, 4))

  expect(likelyWait(quick, { waiting: 1, longestMs: 3 * minute }, 30)).toBe(5)
  expect(likelyWait(quick, { waiting: 1, longestMs: 8 * minute }, 30)).toBe(15)
  expect(likelyWait(quick, { waiting: 1, longestMs: 81 * minute }, 30)).toBeUndefined()
  expect(likelyWait(waits(times(30, 121)), nobodyWaits, 30)).toBeUndefined()
})

test('of a line much longer than any that was seen nothing is told', () => {
  const quick = waits(times(30, 4))
  const crowd = Array.from({ length: 30 }, (_, n) => ({
    from: start + n,
    to: start + 4 * minute,
    answered: true,
    outOfLine: start + 4 * minute,
  }))

  expect(likelyWait(quick, { waiting: 3, longestMs: 0 }, 30)).toBe(5)
  expect(likelyWait(quick, { waiting: 4, longestMs: 0 }, 30)).toBeUndefined()
  expect(likelyWait(crowd, { waiting: 36, longestMs: 0 }, 30)).toBe(5)
  expect(likelyWait(crowd, { waiting: 37, longestMs: 0 }, 30)).toBeUndefined()
})

const now = start + 60 * minute
const waited: Waited = { team: 'care', openedAt: start, teamSince: start }
const answered = { firstClaimedAt: start + minute, firstReplyAt: start + 2 * minute }

test.each<readonly [string, Waited, object | undefined]>([
  ['answered', { ...waited, ...answered }, { to: start + 2 * minute, answered: true, outOfLine: start + minute }],
  ['still waits', waited, { to: now, answered: false, outOfLine: now }],
  [
    'claimed and not answered',
    { ...waited, firstClaimedAt: start + minute },
    { to: now, answered: false, outOfLine: start + minute },
  ],
  ['left', { ...waited, endedAt: start + 5 * minute }, { to: start + 5 * minute, answered: false }],
  [
    'moved on, and answered there',
    { ...waited, ...answered, team: 'billing', earlierTeams: ['care'], teamSince: start + minute },
    { to: start + minute, answered: false },
  ],
  [
    'answered, and passed on then',
    { ...waited, ...answered, team: 'billing', earlierTeams: ['care'], teamSince: start + 9 * minute },
    { to: start + 2 * minute, answered: true },
  ],
  ['came from another team', { ...waited, earlierTeams: ['billing'] }, undefined],
  ['another team’s', { ...waited, team: 'billing' }, undefined],
  ['let ahead', { ...waited, ...answered, headStartMs: 1 }, undefined],
])('%s', (_, handoff, sample) => {
  if (sample) expect(sampleOf(handoff, 'care', now)).toMatchObject({ from: start, ...sample })
  else expect(sampleOf(handoff, 'care', now)).toBeUndefined()
})
