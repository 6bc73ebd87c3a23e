import type { BatonConfig } from '#shared/config/config.ts'
import { isOpen } from '#shared/routing/hours.ts'
import { expectedIn, hourMs, localHour } from './calendar.ts'

/** Too few people, on one weekday of every week, between two hours on the company's clock. */
export interface StaffingHole {
  readonly id: string
  readonly team: string
  /** 0 is Monday. */
  readonly weekday: number
  readonly fromHour: number
  readonly toHour: number
}

export const staffingHoles: readonly StaffingHole[] = [
  { id: 'care-saturday-afternoon', team: 'care', weekday: 5, fromHour: 15, toHour: 19 },
  { id: 'billing-monday-noon', team: 'billing', weekday: 0, fromHour: 10, toHour: 14 },
  { id: 'retention-friday-afternoon', team: 'retention', weekday: 4, fromHour: 13, toHour: 17 },
]

/** Of all conversations, those that reach a team; measured on a quarter of 200,000, and what its people are planned by. */
const shareOf: Readonly<Record<string, number>> = { care: 0.188, billing: 0.04, retention: 0.038, wellbeing: 0.002 }
/** Minutes that a conversation takes an agent, the middle one; they spread widely. */
export const handleMinutes: Readonly<Record<string, number>> = { care: 9, billing: 13, retention: 14, wellbeing: 22 }
/** Mean over median, at the spread of the handle times. */
const meanOverMedian = 1.25
/** Standard deviations of a busy hour that the people there can take. */
const spare = 2
/** In a hole half of what comes can be dealt with; in the two hours after it, others help. */
const holeShare = 0.5
const catchUp = { hours: 2, times: 3 }

export const inHole = ({ weekday, fromHour, toHour }: StaffingHole, time: number): boolean => {
  const local = localHour(time)
  return local.weekday === weekday && local.hour >= fromHour && local.hour < toHour
}

type RosterConfig = Pick<BatonConfig, 'teams' | 'overflow'>

/** Whoever is away has a team that takes their conversations meanwhile. */
const shareAt = (team: string, at: Date, { teams, overflow }: RosterConfig): number =>
  overflow
    .filter(({ from, to, when }) => to === team && when?.teamOpen === false && !isOpen(teams[from]?.hours, at))
    .reduce((sum, { from }) => sum + (shareOf[from] ?? 0), shareOf[team] ?? 0)

/** How many people a team has at work in the hour of `time`: those it needs, fewer in a hole, nobody where it is closed. */
export const staffedAt = (team: string, time: number, config: RosterConfig, conversations: number): number => {
  const [settings, at] = [config.teams[team], new Date(time)]
  if (!settings || !isOpen(settings.hours, at)) return 0
  const perHour = expectedIn(time, conversations) * shareAt(team, at, config)
  const load = (perHour * (handleMinutes[team] ?? 0) * meanOverMedian) / 60
  const holes = staffingHoles.filter((hole) => hole.team === team)
  if (holes.some((hole) => inHole(hole, time))) return Math.floor((load * holeShare) / settings.capacity)
  const isAfterHole = holes.some((hole) => inHole(hole, time - catchUp.hours * hourMs))
  const needed = Math.ceil((load + spare * Math.sqrt(load)) / settings.capacity)
  return Math.max(1, isAfterHole ? catchUp.times * needed : needed)
}
