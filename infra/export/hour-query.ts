import type { BatonConfig } from '#shared/config/config.ts'
import { withViews } from './phrases.ts'
import type { ExportQuery } from './queries.ts'
import { handoffs } from './views.ts'

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A moment on the clock of the row's team; teams without hours of their own, and vanished ones, go by UTC. */
const localTime = (teams: BatonConfig['teams'], at: string): string => {
  const cases = Object.entries(teams).flatMap(([id, { hours }]) =>
    hours && hours.timeZone !== 'UTC'
      ? [
          `    WHEN ${quoted(id)} THEN CAST(at_timezone(with_timezone(${at}, 'UTC'), ${quoted(hours.timeZone)}) AS timestamp)`,
        ]
      : [],
  )
  return cases.length === 0 ? at : `CASE team\n${cases.join('\n')}\n    ELSE ${at} END`
}

/** Where to staff: by team and hour of the week on the team's own clock, Monday is 1. */
export const hourQuery = (teams: BatonConfig['teams']): ExportQuery => ({
  name: 'volume by hour and team',
  says: 'Arrivals, claims and agents at work in each hour of the week, on each team’s own clock; Monday is 1.',
  sql: withViews(
    [handoffs],
    `, moments AS (
  SELECT week, team, agent_id, what, CASE what
    WHEN 'arrival' THEN handed_off_at
    WHEN 'claim' THEN first_claimed_at
    WHEN 'took' THEN coalesce(claimed_at, first_claimed_at)
    WHEN 'answered' THEN first_reply_at
    ELSE ended_at END AS moment
  FROM handoffs CROSS JOIN (VALUES ('arrival'), ('claim'), ('took'), ('answered'), ('ended')) AS w (what)
), hours AS (
  SELECT week, team, what, agent_id, date_trunc('hour', ${localTime(teams, 'moment')}) AS here
  FROM moments
  WHERE moment IS NOT NULL
), agents AS (
  SELECT DISTINCT week, team, agent_id, here FROM hours WHERE what IN ('took', 'answered', 'ended') AND agent_id IS NOT NULL
), counted AS (
  SELECT week, team, here, CASE WHEN what = 'arrival' THEN 1 ELSE 0 END AS arrivals,
    CASE WHEN what = 'claim' THEN 1 ELSE 0 END AS claims, 0 AS agent_hours
  FROM hours WHERE what IN ('arrival', 'claim')
  UNION ALL
  SELECT week, team, here, 0, 0, 1 FROM agents
)
SELECT week, team, day_of_week(here) AS weekday, hour(here) AS hour, CAST(sum(arrivals) AS bigint) AS arrivals,
  CAST(sum(claims) AS bigint) AS claims, CAST(sum(agent_hours) AS bigint) AS agent_hours
FROM counted
GROUP BY week, team, day_of_week(here), hour(here)
ORDER BY week DESC, team, weekday, hour`,
  ),
})
