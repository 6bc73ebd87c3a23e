/** A square plot of shares against shares: both axes from 0 to 1. */
const SIZE = 240
const MARGIN = { left: 46, right: 12, top: 12, bottom: 40 }
const TICKS = [0, 0.25, 0.5, 0.75, 1]

export const plotWidth = MARGIN.left + SIZE + MARGIN.right
export const plotHeight = MARGIN.top + SIZE + MARGIN.bottom

export const x = (share: number): number => round(MARGIN.left + share * SIZE)
export const y = (share: number): number => round(MARGIN.top + (1 - share) * SIZE)

const round = (value: number): number => Math.round(value * 10) / 10

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export interface Plot {
  /** What it shows, for who does not see it. */
  readonly title: string
  readonly across: string
  readonly up: string
  /** Drawn over the grid, in order. */
  readonly marks: readonly string[]
}

export const plot = ({ title, across, up, marks }: Plot): string =>
  [
    `<svg viewBox="0 0 ${plotWidth} ${plotHeight}" role="img" aria-label="${escaped(title)}">`,
    `<title>${escaped(title)}</title>`,
    ...TICKS.flatMap((tick) => [
      line('grid', [x(tick), y(0)], [x(tick), y(1)]),
      line('grid', [x(0), y(tick)], [x(1), y(tick)]),
      label(tick.toString(), [x(tick), y(0) + 19], 'middle'),
      label(tick.toString(), [x(0) - 11, y(tick) + 3.5], 'end'),
    ]),
    label(across, [x(0.5), y(0) + 35], 'middle', 'axis'),
    `<text class="axis" text-anchor="middle" transform="translate(11 ${y(0.5)}) rotate(-90)">${escaped(up)}</text>`,
    ...marks,
    '</svg>',
  ].join('')

type Point = readonly [x: number, y: number]

export const line = (kind: string, [x1, y1]: Point, [x2, y2]: Point): string =>
  `<line class="${kind}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"/>`

export const label = (text: string, [left, top]: Point, anchor: string, kind = 'tick'): string =>
  `<text class="${kind}" x="${left}" y="${top}" text-anchor="${anchor}">${escaped(text)}</text>`

export const path = (kind: string, points: readonly Point[]): string =>
  points.length === 0 ? '' : `<path class="${kind}" d="M${points.map(([left, top]) => `${left} ${top}`).join('L')}"/>`

export const dot = (kind: string, [left, top]: Point, radius: number, told: string): string =>
  `<circle class="${kind}" cx="${left}" cy="${top}" r="${round(radius)}"><title>${escaped(told)}</title></circle>`
