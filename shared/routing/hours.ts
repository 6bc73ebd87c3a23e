import type { Hours } from '../config/config.ts'

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** A team closed for longer than this has no next opening worth announcing. */
const LOOK_AHEAD_DAYS = 366

/** Whether the team is there. Without hours it always is. */
export const isOpen = (hours: Hours | undefined, at: Date): boolean => {
  if (hours === undefined) return true
  const { date, minute } = localTime(hours.timeZone, at)
  return rangesOn(hours, date).some(([from, to]) => minute >= from && minute < to)
}

/** The first moment after `at` at which a closed team opens; `at` itself while it is open; undefined when it never does. */
export const nextOpening = (hours: Hours | undefined, at: Date): Date | undefined => {
  if (hours === undefined || isOpen(hours, at)) return at
  const today = Date.parse(localTime(hours.timeZone, at).date)
  for (let day = 0; day <= LOOK_AHEAD_DAYS; day++) {
    const date = new Date(today + day * DAY_MS).toISOString().slice(0, 10)
    const openings = rangesOn(hours, date).map(([from]) => instant(hours.timeZone, date, from))
    const next = openings
      .filter((opening) => opening > at && isOpen(hours, opening))
      .sort((a, b) => a.getTime() - b.getTime())[0]
    if (next !== undefined) return next
  }
  return undefined
}

/** The first moment from `at` on at which the team is away; undefined when it never is. */
export const nextClosing = (hours: Hours | undefined, at: Date): Date | undefined => {
  if (hours === undefined || !isOpen(hours, at)) return hours && at
  const closings = Array.from({ length: LOOK_AHEAD_DAYS + 1 }, (_, day) => new Date(at.getTime() + day * DAY_MS))
  for (const day of closings) {
    const next = openingsAround(hours, day).filter((moment) => moment > at && !isOpen(hours, moment))
    if (next.length > 0) return next.sort((a, b) => a.getTime() - b.getTime())[0]
  }
  return undefined
}

/** Looked back: whoever has been there for a whole week has been there long enough. */
const lookBackDays = 7

/** Since when an open team has been there without a break; undefined while it is away, and when it was there all the week. */
export const openSince = (hours: Hours | undefined, at: Date): Date | undefined => {
  if (hours === undefined || !isOpen(hours, at)) return undefined
  const days = Array.from({ length: lookBackDays + 1 }, (_, day) => new Date(at.getTime() - day * DAY_MS))
  for (const day of days) {
    const openings = openingsAround(hours, day).filter(
      (moment) => moment <= at && isOpen(hours, moment) && !isOpen(hours, new Date(moment.getTime() - 1)),
    )
    if (openings.length > 0) return openings.sort((a, b) => b.getTime() - a.getTime())[0]
  }
  return undefined
}

/** The moments on a day, as the team's clock has it, at which it opens or closes. */
export const openingsAround = (hours: Hours, at: Date): readonly Date[] => {
  const { date } = localTime(hours.timeZone, at)
  return rangesOn(hours, date).flatMap((range) => range.map((minute) => instant(hours.timeZone, date, minute)))
}

/** How far the zone's wall clock is ahead of UTC, in ms. */
export const utcOffset = (timeZone: string, at: Date): number => offset(timeZone, at.getTime())

type Range = readonly [from: number, to: number]

const rangesOn = (hours: Hours, date: string): readonly Range[] => {
  if (hours.holidays.includes(date)) return []
  const day = DAYS[new Date(date).getUTCDay()]
  return day === undefined ? [] : hours.weekly[day].map(range)
}

const range = (text: string): Range => {
  const [from = '', to = ''] = text.split('-')
  return [minutes(from), minutes(to)]
}

const minutes = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Building a formatter costs a hundred times what using one does. */
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(timeZone, format)
  return format
}

const localTime = (timeZone: string, at: Date): { readonly date: string; readonly minute: number } => {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  return { date: `${parts.year}-${parts.month}-${parts.day}`, minute: Number(parts.hour) * 60 + Number(parts.minute) }
}

/** The moment a wall clock of the zone shows this date and time; a time that the clock skips is taken after the skip. */
const instant = (timeZone: string, date: string, minute: number): Date => {
  const wall = Date.parse(date) + minute * MINUTE_MS
  const early = wall - offset(timeZone, wall - DAY_MS)
  const late = wall - offset(timeZone, wall + DAY_MS)
  const fits = [early, late].filter((one) => one + offset(timeZone, one) === wall)
  return new Date(fits.length > 0 ? Math.min(...fits) : Math.max(early, late))
}

const offset = (timeZone: string, at: number): number => {
  const { date, minute } = localTime(timeZone, new Date(at))
  return Date.parse(date) + minute * MINUTE_MS - Math.floor(at / MINUTE_MS) * MINUTE_MS
}
