import type { BatonConfig, Hours } from '../config/config.ts'
import { isOpen, openingsAround, utcOffset } from './hours.ts'

type Teams = BatonConfig['teams']

const dayMs = 86_400_000
const yearDays = 366

/**
 * A moment of the coming year for each way in which these teams can be open and closed at once: between two of the
 * moments at which one of them opens or closes nothing changes.
 */
export const openTimes = (ids: readonly string[], teams: Teams, from: Date): readonly Date[] => {
  const hours = ids.flatMap((id) => teams[id]?.hours ?? [])
  if (hours.length === 0) return [from]
  const moments = daysOf(hours, from).flatMap((day) => [day, ...hours.flatMap((one) => openingsAround(one, day))])
  const found = new Map<string, Date>()
  for (const at of [from, ...moments].filter((moment) => moment >= from)) {
    const state = hours.map((one) => isOpen(one, at)).join()
    if (!found.has(state)) found.set(state, at)
  }
  return [...found.values()]
}

/** One day of each sort: weekday, offsets of the zones, and whose holidays lie around it. */
const daysOf = (hours: readonly Hours[], from: Date): readonly Date[] => {
  const sorts = new Map<string, Date>()
  for (let day = 0; day < yearDays; day++) {
    const at = new Date(from.getTime() + day * dayMs)
    const dates = [-1, 0, 1].map((shift) => new Date(at.getTime() + shift * dayMs))
    const sort = [
      at.getUTCDay(),
      ...hours.flatMap(({ timeZone }) => dates.map((date) => utcOffset(timeZone, date))),
      ...hours.flatMap(({ holidays }) => dates.map((date) => holidays.includes(date.toISOString().slice(0, 10)))),
    ].join()
    if (!sorts.has(sort)) sorts.set(sort, at)
  }
  return [...sorts.values()]
}
