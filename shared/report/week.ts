/** An ISO 8601 week in UTC: Monday 00:00 to the next; week 1 has the year's first Thursday. */
export interface Week {
  /** Such as "2026-W47". */
  readonly id: string
  readonly from: number
  readonly to: number
}

const dayMs = 86_400_000
const weekMs = 7 * dayMs
const daysFromMonday = (ms: number): number => (new Date(ms).getUTCDay() + 6) % 7
const mondayOf = (ms: number): number => Math.floor(ms / dayMs) * dayMs - daysFromMonday(ms) * dayMs
const firstMondayOf = (year: number): number => mondayOf(Date.UTC(year, 0, 4))

export const weekAt = (ms: number): Week => {
  const from = mondayOf(ms)
  const year = new Date(from + 3 * dayMs).getUTCFullYear()
  const n = Math.round((from - firstMondayOf(year)) / weekMs) + 1
  return { id: `${year}-W${String(n).padStart(2, '0')}`, from, to: from + weekMs }
}

export const weekBefore = ({ from }: Week): Week => weekAt(from - weekMs)

/** Nothing for a text that names no week, such as "2026-W54". */
export const parseWeek = (text: string): Week | undefined => {
  const [, year, n] = /^(\d{4})-W(\d{2})$/.exec(text) ?? []
  if (year === undefined || n === undefined) return undefined
  const week = weekAt(firstMondayOf(Number(year)) + (Number(n) - 1) * weekMs)
  return week.id === text ? week : undefined
}
