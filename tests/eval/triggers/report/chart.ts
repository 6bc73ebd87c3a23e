import { escaped, label, line, tenth } from '#tests/support/report/drawing.ts'

/** A square plot of shares against shares: both axes from 0 to 1. */
const SIZE = 240
const MARGIN = { left: 46, right: 12, top: 12, bottom: 40 }
const TICKS = [0, 0.25, 0.5, 0.75, 1]

export const plotWidth = MARGIN.left + SIZE + MARGIN.right
export const plotHeight = MARGIN.top + SIZE + MARGIN.bottom

export const x = (share: number): number => tenth(MARGIN.left + share * SIZE)
export const y = (share: number): number => tenth(MARGIN.top + (1 - share) * SIZE)

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
