import { utcOffset } from '#shared/routing/hours.ts'

/** Where the company's customers and desks are. */
export const timeZone = 'Europe/Berlin'
export const hourMs = 3_600_000
export const weekMs = 7 * 24 * hourMs
export const weeks = 13
/** Monday, 29 June 2026: ISO weeks 27 to 39. */
export const quarterFrom = Date.UTC(2026, 5, 29)
export const quarterTo = quarterFrom + weeks * weekMs

export const weekOf = (time: number): number => Math.floor((time - quarterFrom) / weekMs)

/** 0 is Monday. */
export interface LocalHour {
  readonly weekday: number
  readonly hour: number
}

/** No clock is put forward or back between June and October. */
export const localHour = (time: number): LocalHour => {
  const local = new Date(time + offsetMs)
  return { weekday: (local.getUTCDay() + 6) % 7, hour: local.getUTCHours() }
}
const offsetMs = utcOffset(timeZone, new Date(quarterFrom))

/** Of a day's conversations, from midnight to midnight on the company's clock. */
const byHour = [3, 2, 1, 1, 1, 2, 5, 11, 20, 28, 31, 30, 27, 28, 29, 28, 27, 26, 27, 29, 26, 18, 11, 6]
/** Monday to Sunday. */
const byWeekday = [1.25, 1.1, 1.05, 1, 0.95, 0.75, 0.65]

const hours = weeks * 7 * 24
const weightAt = (time: number): number => {
  const { weekday, hour } = localHour(time)
  return (byHour[hour] ?? 0) * (byWeekday[weekday] ?? 0)
}
const total = Array.from({ length: hours }, (_, hour) => weightAt(quarterFrom + hour * hourMs)).reduce(
  (a, b) => a + b,
  0,
)

/** Of so many conversations in the quarter, those that are expected to begin in this hour. */
export const expectedIn = (time: number, conversations: number): number => (conversations * weightAt(time)) / total

/** How many begin in each hour, so that they add up whatever the rounding. */
export const beginningsOf = function* (
  conversations: number,
): Generator<{ readonly from: number; readonly count: number }> {
  let [owed, given] = [0, 0]
  for (let hour = 0; hour < hours; hour++) {
    const from = quarterFrom + hour * hourMs
    owed += expectedIn(from, conversations)
    const count = hour === hours - 1 ? conversations - given : Math.floor(owed + 1e-9) - given
    given += count
    yield { from, count }
  }
}
