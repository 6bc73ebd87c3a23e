import type { Hours } from '../../config/config.ts'
import { isOpen, utcOffset } from '../../routing/hours.ts'

/** Of a team, what the report goes by. */
export interface ReportTeam {
  readonly name: string
  /** @default around the clock, in UTC */
  readonly hours?: Hours | undefined
}

/** An hour of the week on the team's own clock; Monday is 0. */
export interface HourOfWeek {
  readonly weekday: number
  readonly hour: number
}

export interface TeamClock {
  readonly timeZone: string
  hourOf(ms: number): HourOfWeek
  /** The week that began on a Monday of the team's own, as a number. */
  weekOf(ms: number): number
  isOpen(ms: number): boolean
}

const quarterMs = 900_000
const hourMs = 3_600_000
const weekMs = 168 * hourMs
/** The epoch began on a Thursday. */
const mondayMs = 96 * hourMs

/** No zone changes its clock, and no team its hours' minute, within a quarter of an hour but at its beginning. */
export const teamClock = (hours: Hours | undefined): TeamClock => {
  const timeZone = hours?.timeZone ?? 'UTC'
  const offsets = new Map<number, number>()
  const local = (ms: number): number => {
    const quarter = Math.floor(ms / quarterMs)
    const known = offsets.get(quarter)
    if (known !== undefined) return ms + known
    const offset = timeZone === 'UTC' ? 0 : utcOffset(timeZone, new Date(quarter * quarterMs))
    offsets.set(quarter, offset)
    return ms + offset
  }
  const sinceMonday = (ms: number): number => (((local(ms) - mondayMs) % weekMs) + weekMs) % weekMs
  return {
    timeZone,
    hourOf: (ms) => {
      const hours = Math.floor(sinceMonday(ms) / hourMs)
      return { weekday: Math.floor(hours / 24), hour: hours % 24 }
    },
    weekOf: (ms) => Math.floor((local(ms) - mondayMs) / weekMs),
    isOpen: (ms) => isOpen(hours, new Date(ms)),
  }
}
