import type { HourFigures } from '../figures/hours.ts'
import type { StaffingHole } from '../figures/staffing.ts'
import { weekdays } from '../wording.ts'
import { escaped } from './markup.ts'

export interface Bar {
  readonly name: string
  readonly now: number
  readonly past?: number
}

const width = 640
const names = 190
const labels = 90
const barHeight = 12

const rounded = (value: number): number => Math.round(value * 10) / 10

const cut = (name: string): string => (name.length > 28 ? `${name.slice(0, 27).toWellFormed()}…` : name)

const picture = (height: number, title: string, parts: readonly string[]): string =>
  `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">${parts.join('')}</svg>`

export const figure = (caption: string, drawn: string): string =>
  `<figure><figcaption>${caption}</figcaption>${drawn}</figure>`

/** Bars side by side with the span before, each with its figure in words. */
export const bars = (title: string, rows: readonly Bar[], say: (value: number) => string): string => {
  const most = Math.max(1, ...rows.flatMap(({ now, past = 0 }) => [now, past]))
  const compared = rows.some(({ past }) => past !== undefined)
  const rowHeight = compared ? 34 : 24
  const long = (value: number) => rounded((value / most) * (width - names - labels))
  const drawn = rows.flatMap(({ name, now, past }, at) => {
    const top = at * rowHeight + 4
    return [
      `<text class="name" x="${names - 8}" y="${top + 10}" text-anchor="end">${escaped(cut(name))}</text>`,
      `<rect class="now" x="${names}" y="${top}" width="${long(now)}" height="${barHeight}" rx="2"/>`,
      `<text x="${names + long(now) + 5}" y="${top + 10}">${escaped(say(now))}</text>`,
      ...(past === undefined
        ? []
        : [
            `<rect class="then" x="${names}" y="${top + barHeight + 2}" width="${long(past)}" height="7" rx="2"/>`,
            `<text x="${names + long(past) + 5}" y="${top + barHeight + 10}">${escaped(say(past))}</text>`,
          ]),
    ]
  })
  return picture(rows.length * rowHeight + 6, title, drawn)
}

const cell = 22
const gutter = 40

/** A team's week, hour by hour: the darker, the more customers came; framed where waits were out of line. */
export const weekMap = (title: string, hours: readonly HourFigures[], holes: readonly StaffingHole[]): string => {
  const most = Math.max(1, ...hours.map(({ arrivals }) => arrivals))
  const left = (hour: number) => gutter + hour * cell
  const top = (weekday: number) => 16 + weekday * cell
  const drawn = hours.map(({ weekday, hour, arrivals }) => {
    const shade = rounded(arrivals / most + 0.06)
    const told = `<title>${weekdays[weekday]} ${hour}:00: ${arrivals}</title>`
    return `<rect class="now" fill-opacity="${Math.min(1, shade)}" x="${left(hour)}" y="${top(weekday)}" width="${cell - 2}" height="${cell - 2}" rx="2">${told}</rect>`
  })
  const framed = holes.map(
    ({ weekday, fromHour, toHour }) =>
      `<rect class="hole" x="${left(fromHour) - 1}" y="${top(weekday) - 1}" width="${(toHour - fromHour) * cell}" height="${cell}" rx="3"/>`,
  )
  const axes = [
    ...weekdays.map(
      (name, at) => `<text x="${gutter - 8}" y="${top(at) + 14}" text-anchor="end">${name.slice(0, 3)}</text>`,
    ),
    ...[0, 3, 6, 9, 12, 15, 18, 21].map((hour) => `<text x="${left(hour)}" y="11">${hour}</text>`),
  ]
  return picture(top(7) + 2, title, [...axes, ...drawn, ...framed])
}
