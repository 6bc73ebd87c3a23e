import { parseWeek, type Week, weekBefore } from '#shared/report/week.ts'

export interface Asked {
  readonly week?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

export interface Span {
  readonly week: Week
  readonly before: Week
}

/** A week beside the one before, or a span of days in UTC beside one as long; nothing where neither was said. */
export const spanOf = ({ week: id, from, to }: Asked): Span | undefined => {
  const week = id === undefined ? undefined : parseWeek(id)
  if (week) return { week, before: weekBefore(week) }
  const [start, end] = [Date.parse(from ?? ''), Date.parse(to ?? '')]
  if (!(start < end)) return undefined
  const named = (first: number, last: number): Week => {
    const days = [first, last].map((ms) => new Date(ms).toISOString().slice(0, 10))
    return { id: days.join('--'), from: first, to: last }
  }
  return { week: named(start, end), before: named(2 * start - end, start) }
}
