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
const shareOf: Readonly<Record<string, number>> = { care: 0.175, billing: 0.045, retention: 0.043, wellbeing: 0.002 }
/** Minutes that a conversation takes an agent, the middle one; they spread widely. */
export const handleMinutes: Readonly<Record<string, number>> = { care: 9, billing: 13, retention: 14, wellbeing: 22 }
/** Mean over median, at the spread of the handle times. */
const meanOverMedian = 1.25
/** Standard deviations of a busy hour that the people there can take. */
const spare = 2
/** In a hole half of what comes can be dealt with. */
const holeShare = 0.5

export const inHole = ({ weekday, fromHour, toHour }: StaffingHole, time: number): boolean => {
  const local = localHour(time)
  return local.weekday === weekday && local.hour >= fromHour && local.hour < toHour
}

/** How many people a team has at work in the hour of `time`: those it needs, fewer in a hole, nobody where it is closed. */
export const staffedAt = (
  team: string,
  time: number,
  config: Pick<BatonConfig, 'teams'>,
  conversations: number,
): number => {
  const settings = config.teams[team]
  if (!settings || !isOpen(settings.hours, new Date(time))) return 0
  const perHour = expectedIn(time, conversations) * (shareOf[team] ?? 0)
  const load = (perHour * (handleMinutes[team] ?? 0) * meanOverMedian) / 60
  if (staffingHoles.some((hole) => hole.team === team && inHole(hole, time)))
    return Math.floor((load * holeShare) / settings.capacity)
  const busy = justOpened(team, time, config) ? 3 : 1
  return Math.max(1, Math.ceil((busy * (load + spare * Math.sqrt(load))) / settings.capacity))
}

/** What came at night is waiting. */
const justOpened = (team: string, time: number, { teams }: Pick<BatonConfig, 'teams'>): boolean =>
  [1, 2].some((hours) => !isOpen(teams[team]?.hours, new Date(time - hours * hourMs)))
