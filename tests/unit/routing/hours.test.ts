import { describe, expect, test } from 'vitest'
import type { Hours } from '#shared/config/config.ts'
import { isOpen, nextOpening, openSince } from '#shared/routing/hours.ts'

const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
const weekdays = (...ranges: string[]) => ({
  ...closed,
  mon: ranges,
  tue: ranges,
  wed: ranges,
  thu: ranges,
  fri: ranges,
})
const berlin = (changes: Partial<Hours> = {}): Hours => ({
  timeZone: 'Europe/Berlin',
  weekly: weekdays('08:00-12:00', '13:00-18:00'),
  holidays: ['2026-12-25'],
  ...changes,
})
const at = (time: string) => new Date(time)

describe('a team in Berlin, weekdays 8 to 12 and 13 to 18', () => {
  test.each([
    ['2026-11-23T07:00:00Z', true, 'Monday 08:00, the first minute'],
    ['2026-11-23T06:59:59Z', false, 'Monday 07:59'],
    ['2026-11-23T10:59:59Z', true, 'Monday 11:59'],
    ['2026-11-23T11:00:00Z', false, 'Monday 12:00, lunch'],
    ['2026-11-23T12:00:00Z', true, 'Monday 13:00'],
    ['2026-11-23T17:00:00Z', false, 'Monday 18:00, the first minute after'],
    ['2026-11-22T09:00:00Z', false, 'Sunday'],
    ['2026-12-25T09:00:00Z', false, 'a holiday on a Friday'],
    ['2026-07-06T06:00:00Z', true, 'Monday 08:00 in summer'],
    ['2026-07-06T05:59:00Z', false, 'Monday 07:59 in summer'],
  ])('at %s: open is %s (%s)', (time, open) => {
    expect(isOpen(berlin(), at(time))).toBe(open)
  })

  test.each([
    ['2026-11-23T04:00:00Z', '2026-11-23T07:00:00Z', 'before opening: today'],
    ['2026-11-23T11:30:00Z', '2026-11-23T12:00:00Z', 'at lunch: after lunch'],
    ['2026-11-23T18:00:00Z', '2026-11-24T07:00:00Z', 'in the evening: tomorrow'],
    ['2026-11-20T18:00:00Z', '2026-11-23T07:00:00Z', 'on Friday evening: Monday'],
    ['2026-12-24T18:00:00Z', '2026-12-28T07:00:00Z', 'before a holiday and a weekend: the Monday after'],
    ['2026-03-27T18:00:00Z', '2026-03-30T06:00:00Z', 'over the weekend that springs forward'],
    ['2026-10-23T18:00:00Z', '2026-10-26T07:00:00Z', 'over the weekend that falls back'],
    ['2026-11-23T09:00:00Z', '2026-11-23T09:00:00Z', 'while open: now'],
  ])('at %s it opens next at %s (%s)', (time, opening) => {
    expect(nextOpening(berlin(), at(time))?.toISOString()).toBe(at(opening).toISOString())
  })
})

describe('around the clock change', () => {
  const nightly = berlin({ weekly: { ...closed, sun: ['02:30-04:00'] }, holidays: [] })

  test('a time that the clock skips opens when the clock has jumped', () => {
    const opening = nextOpening(nightly, at('2026-03-28T12:00:00Z'))

    expect(opening?.toISOString()).toBe('2026-03-29T01:30:00.000Z')
    expect(isOpen(nightly, opening ?? at('2026-03-28T12:00:00Z'))).toBe(true)
  })

  test('a time that the clock shows twice opens the first time', () => {
    expect(nextOpening(nightly, at('2026-10-24T12:00:00Z'))?.toISOString()).toBe('2026-10-25T00:30:00.000Z')
  })
})

describe('elsewhere', () => {
  test('the date is the team’s own: Monday in Auckland is Sunday in London', () => {
    const auckland = berlin({ timeZone: 'Pacific/Auckland', weekly: weekdays('09:00-17:00') })

    expect(isOpen(auckland, at('2026-11-22T20:30:00Z'))).toBe(true)
    expect(isOpen(auckland, at('2026-11-27T05:00:00Z'))).toBe(false)
  })

  test('a zone of half hours is met to the minute', () => {
    const kolkata = berlin({ timeZone: 'Asia/Kolkata', weekly: weekdays('09:00-17:00') })

    expect(nextOpening(kolkata, at('2026-11-23T00:00:00Z'))?.toISOString()).toBe('2026-11-23T03:30:00.000Z')
  })

  test('a day until 24:00 runs into the next one', () => {
    const late = berlin({ weekly: { ...closed, mon: ['20:00-24:00'], tue: ['00:00-02:00'] } })

    expect(isOpen(late, at('2026-11-23T22:59:59Z'))).toBe(true)
    expect(isOpen(late, at('2026-11-23T23:00:00Z'))).toBe(true)
    expect(isOpen(late, at('2026-11-24T01:00:00Z'))).toBe(false)
  })
})

test('without hours a team is always there', () => {
  expect(isOpen(undefined, at('2026-11-22T03:00:00Z'))).toBe(true)
  expect(nextOpening(undefined, at('2026-11-22T03:00:00Z'))).toEqual(at('2026-11-22T03:00:00Z'))
})

test('a team that is never there has no next opening', () => {
  expect(nextOpening(berlin({ weekly: closed }), at('2026-11-22T03:00:00Z'))).toBeUndefined()
})

describe('since when a team has been there', () => {
  const always = Object.fromEntries(Object.keys(closed).map((day) => [day, ['00:00-24:00']])) as Hours['weekly']
  const overnight = { ...closed, mon: ['22:00-24:00'], tue: ['00:00-06:00'] }

  test.each([
    ['2026-11-23T09:30:00Z', '2026-11-23T07:00:00.000Z', 'in the morning: since 08:00'],
    ['2026-11-23T16:00:00Z', '2026-11-23T12:00:00.000Z', 'in the afternoon: since after lunch'],
    ['2026-11-23T07:00:00Z', '2026-11-23T07:00:00.000Z', 'in its first minute'],
    ['2026-11-23T11:30:00Z', undefined, 'at lunch: it is away'],
    ['2026-12-25T09:00:00Z', undefined, 'on a holiday: it is away'],
  ])('at %s: %s (%s)', (time, since, _) => {
    expect(openSince(berlin(), at(time))?.toISOString()).toBe(since)
  })

  test('midnight is no opening for a team that is there on both sides of it', () => {
    const team = berlin({ weekly: overnight })

    expect(openSince(team, at('2026-11-24T02:00:00Z'))?.toISOString()).toBe('2026-11-23T21:00:00.000Z')
  })

  test.each([undefined, berlin({ weekly: always, holidays: [] })])('who never leaves has no opening', (hours) => {
    expect(openSince(hours, at('2026-11-24T02:00:00Z'))).toBeUndefined()
  })
})
