import { expect, test } from 'vitest'
import { withSections } from './written-config.ts'

const team = { name: 'Care', languages: ['en'] }

const openOn = (mon: string[], timeZone = 'Europe/Berlin') =>
  withSections({ teams: { care: { ...team, hours: { timeZone, weekly: { mon } } } } })

test.each(['supervisor', 'admin'])('no team may be called by the role %s', (role) => {
  expect(withSections({ teams: { care: team, [role]: team } })).toEqual([
    `teams.${role}: "${role}" is not allowed: must not be a role, supervisor or admin`,
  ])
})

test('a team whose name only begins like a role is accepted', () => {
  expect(withSections({ teams: { care: team, admins: team } })).toEqual([])
})

test.each(['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'UTC'])('the time zone %s is accepted', (zone) => {
  expect(openOn(['09:00-17:00'], zone)).toEqual([])
})

test.each(['Europe/Berln', '+01:00', '', 'local'])('the time zone %j is refused', (zone) => {
  expect(openOn(['09:00-17:00'], zone)).toEqual([
    `teams.care.hours.timeZone: "${zone}" is not allowed: must be an IANA time zone such as "Europe/Berlin"`,
  ])
})

test('hours that touch, written in any order, are accepted', () => {
  expect(openOn(['13:00-24:00', '09:00-13:00', '00:00-02:00'])).toEqual([])
})

test.each(['17:00-09:00', '09:00-09:00'])('hours that do not open before they close are refused: %s', (range) => {
  expect(openOn([range])).toEqual([expect.stringMatching(`weekly.mon: "${range}" is not allowed: must open before`)])
})

test('hours that overlap are refused, naming both', () => {
  expect(openOn(['12:00-18:00', '09:00-12:30'])).toEqual([
    'teams.care.hours.weekly.mon: "12:00-18:00" is not allowed: must not overlap 09:00-12:30',
  ])
})

test('a team that never opens is refused', () => {
  expect(openOn([])).toEqual([
    'teams.care.hours.weekly: is empty: must open on one day at least; without hours a team is there around the clock',
  ])
})

test('twenty teams are accepted and one more is refused', () => {
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [at === 0 ? 'care' : `team-${at}`, team]))

  expect(withSections({ teams: many(20) })).toEqual([])
  expect(withSections({ teams: many(21) })).toEqual(['teams: 21 teams are not allowed: must be at most 20'])
})
