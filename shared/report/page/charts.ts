import type { HourFigures } from '../figures/hours.ts'
import type { StaffingHole } from '../figures/staffing.ts'
import { weekdays, whole } from '../wording.ts'
import { escaped, nothing } from './markup.ts'

export interface Bar {
  readonly name: string
  readonly now: number
  readonly past?: number
}

/** Of the room beside the names; the rest is for the figure behind the bar. */
const longest = 74
const colours = { now: '#1f6fd0', past: '#a9b4c4' } as const

const rounded = (value: number): number => Math.round(value * 10) / 10

const cut = (name: string): string => (name.length > 28 ? `${name.slice(0, 27).toWellFormed()}…` : name)

export const figure = (caption: string, drawn: string): string =>
  `<figure><figcaption>${caption}</figcaption>${drawn}</figure>`

/** Tables, since mail programs take drawings away, and with their colours in them, since they take styles away as well. */
const bar = (kind: keyof typeof colours, value: number, most: number, say: (value: number) => string): string =>
  `<i class="bar ${kind}" style="display:inline-block;background:${colours[kind]};width:${rounded((value / most) * longest)}%">&nbsp;</i> ${escaped(say(value))}`

/** Bars below each other with the span before, each with its figure in words. */
export const bars = (title: string, rows: readonly Bar[], say: (value: number) => string): string => {
  if (rows.length === 0) return nothing
  const most = Math.max(1, ...rows.flatMap(({ now, past = 0 }) => [now, past]))
  const drawn = rows.map(({ name, now, past }) => {
    const then = past === undefined ? '' : `<br><small>${bar('past', past, most, say)}</small>`
    return `<tr valign="top"><th scope="row" align="right" width="30%">${escaped(cut(name))}</th><td>${bar('now', now, most, say)}${then}</td></tr>`
  })
  return `<table class="bars" width="100%" aria-label="${escaped(title)}">${drawn.join('')}</table>`
}

const shades = 9
const allHours = Array.from({ length: 24 }, (_, hour) => hour)

const hourCell = (arrivals: number, most: number, told: string, isHole: boolean): string => {
  const shade = arrivals === 0 ? 0 : Math.max(1, Math.ceil((arrivals / most) * shades))
  const kinds = [...(shade > 0 ? [`s${shade}`] : []), ...(isHole ? ['hole'] : [])]
  const marked = kinds.length > 0 ? ` class="${kinds.join(' ')}"` : ''
  return `<td${marked}${arrivals > 0 ? ` title="${told}"` : ''}></td>`
}

/** A team's week, hour by hour: the darker, the more customers came; framed where waits were out of line. */
export const weekMap = (title: string, hours: readonly HourFigures[], holes: readonly StaffingHole[]): string => {
  const most = Math.max(1, ...hours.map(({ arrivals }) => arrivals))
  const cameAt = new Map(hours.map(({ weekday, hour, arrivals }) => [weekday * 24 + hour, arrivals]))
  const isHole = (weekday: number, hour: number) =>
    holes.some((hole) => hole.weekday === weekday && hour >= hole.fromHour && hour < hole.toHour)
  const rows = weekdays.map((name, weekday) => {
    const cells = allHours.map((hour) => {
      const arrivals = cameAt.get(weekday * 24 + hour) ?? 0
      return hourCell(arrivals, most, `${hour}:00: ${arrivals}`, isHole(weekday, hour))
    })
    return `<tr><th scope="row" align="right">${name.slice(0, 3)}</th>${cells.join('')}</tr>`
  })
  const head = allHours.map((hour) => (hour % 3 === 0 ? `<th align="left" colspan="3">${hour}</th>` : '')).join('')
  return `<table class="week" width="100%" aria-label="${escaped(title)}"><tr><th width="34"></th>${head}</tr>${rows.join('')}</table><p class="soft">At most ${whole(most)} customer${most === 1 ? '' : 's'} in one hour.</p>`
}
