import type { Hours, Team } from './config.ts'
import { problem } from './problem.ts'
import { roles } from './roles.ts'
import type { Entries } from './sound-entries.ts'
import { isTimeZone } from './time-zone.ts'

/** The queue URLs of all teams share a function's environment, which holds 4 KB. */
const mostTeams = 20

export const checkTeams = (teams: Entries<Team>): readonly string[] => [
  ...(teams.length > mostTeams ? [`teams: ${teams.length} teams are not allowed: must be at most ${mostTeams}`] : []),
  ...teams.flatMap(([id, team]) => [
    ...(roles.some((role) => role === id)
      ? [problem(`teams.${id}`, id, `must not be a role, ${roles.join(' or ')}`)]
      : []),
    ...(team.hours ? checkHours(`teams.${id}.hours`, team.hours) : []),
  ]),
]

const checkHours = (field: string, { timeZone, weekly }: Hours): readonly string[] => [
  ...(isTimeZone(timeZone)
    ? []
    : [problem(`${field}.timeZone`, timeZone, 'must be an IANA time zone such as "Europe/Berlin"')]),
  ...(Object.values(weekly).every((ranges) => ranges.length === 0)
    ? [`${field}.weekly: is empty: must open on one day at least; without hours a team is there around the clock`]
    : []),
  ...Object.entries(weekly).flatMap(([day, ranges]) => checkDay(`${field}.weekly.${day}`, ranges)),
]

const checkDay = (field: string, ranges: readonly string[]): readonly string[] => {
  const reversed = ranges.filter((range) => opening(range) >= closing(range))
  if (reversed.length > 0)
    return reversed.map((range) =>
      problem(field, range, 'must open before it closes; a night is two ranges, "22:00-24:00" and "00:00-06:00"'),
    )
  const sorted = [...ranges].sort()
  return sorted.flatMap((range, at) => {
    const before = sorted[at - 1]
    return before && opening(range) < closing(before) ? [problem(field, range, `must not overlap ${before}`)] : []
  })
}

const opening = (range: string): string => range.slice(0, 5)
const closing = (range: string): string => range.slice(6)
