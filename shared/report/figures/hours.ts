import { secondsBetween } from '../clocks.ts'
import { groupedBy } from './counts.ts'
import type { Entry } from './entry.ts'
import { type Spread, spreadOf } from './spread.ts'
import { type HourOfWeek, type ReportTeam, type TeamClock, teamClock } from './team-clock.ts'

/** One hour of the week of one team, over the whole period. */
export interface HourFigures extends HourOfWeek {
  readonly team: string
  readonly arrivals: number
  readonly toClaim: Spread
  readonly toReply: Spread
  /** Taken by an agent in this hour, whenever they came. */
  readonly claims: number
  /** Agents seen at work in it, each once an hour: one who took, first answered or ended a conversation. */
  readonly agentHours: number
  readonly claimsPerAgentHour?: number
}

export type Teams = Readonly<Record<string, ReportTeam>>

export const clocksOfTeams = (teams: Teams): ((team: string) => TeamClock) => {
  const clocks = new Map(Object.entries(teams).map(([id, { hours }]) => [id, teamClock(hours)]))
  const utc = teamClock(undefined)
  return (team) => clocks.get(team) ?? utc
}

const keyOf = ({ weekday, hour }: HourOfWeek): number => weekday * 24 + hour

/** Agents at work, by hour of the week: an agent counts once for each hour of the calendar. */
export const presence = (entries: readonly Entry[], clock: TeamClock): ReadonlyMap<number, number> => {
  const seen = new Set<string>()
  const hours = new Map<number, number>()
  for (const { agentId, claimedAt, firstClaimedAt, firstReplyAt, endedAt } of entries) {
    if (agentId === undefined) continue
    for (const at of [claimedAt ?? firstClaimedAt, firstReplyAt, endedAt]) {
      if (at === undefined) continue
      const key = keyOf(clock.hourOf(at))
      const seenAs = `${agentId} ${clock.weekOf(at)} ${key}`
      if (!seen.has(seenAs)) hours.set(key, (hours.get(key) ?? 0) + 1)
      seen.add(seenAs)
    }
  }
  return hours
}

const ofTeam = (team: string, entries: readonly Entry[], clock: TeamClock): HourFigures[] => {
  const arrived = Map.groupBy(entries, ({ openedAt }) => keyOf(clock.hourOf(openedAt)))
  const taken = Map.groupBy(
    entries.flatMap(({ firstClaimedAt }) => firstClaimedAt ?? []),
    (at) => keyOf(clock.hourOf(at)),
  )
  const present = presence(entries, clock)
  const keys = [...new Set([...arrived.keys(), ...taken.keys(), ...present.keys()])].sort((a, b) => a - b)
  return keys.map((key) => {
    const some = arrived.get(key) ?? []
    const [claims, agentHours] = [taken.get(key)?.length ?? 0, present.get(key) ?? 0]
    return {
      team,
      weekday: Math.floor(key / 24),
      hour: key % 24,
      arrivals: some.length,
      toClaim: spreadOf(some.map(({ openedAt, firstClaimedAt }) => secondsBetween(openedAt, firstClaimedAt))),
      toReply: spreadOf(some.map(({ openedAt, firstReplyAt }) => secondsBetween(openedAt, firstReplyAt))),
      claims,
      agentHours,
      ...(agentHours > 0 && { claimsPerAgentHour: Math.round((claims / agentHours) * 10) / 10 }),
    }
  })
}

/** Hours in which anything happened, by team, Monday first, on each team's own clock. */
export const hoursOf = (entries: readonly Entry[], clockOf: (team: string) => TeamClock): readonly HourFigures[] =>
  groupedBy(entries, ({ team }) => team).flatMap(([team, own]) => ofTeam(team, own, clockOf(team)))
