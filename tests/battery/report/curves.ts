import { escaped, label, line, path, tenth } from '#tests/support/report/drawing.ts'
import type { CurveChart } from '../figure.ts'

const [width, height] = [420, 240]
const margin = { left: 46, right: 14, top: 10, bottom: 42 }
const ticks = 4
const steps = [1, 2, 2.5, 5, 10]

/** The next round number from which equal ticks can be read. */
const roundUp = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(value || 1))
  return (steps.find((step) => step * power >= value) ?? 10) * power
}

export const colourOf = (index: number): string => `c${index % 5}`

/** Curves over one axis that begins at 0; up goes from 0 to the largest round number that is needed. */
export const curveChart = ({ title, across, up, curves }: CurveChart): string => {
  const all = curves.flatMap(({ points }) => points)
  const [mostX, mostY] = [roundUp(Math.max(...all.map(([x]) => x))), roundUp(Math.max(...all.map(([, y]) => y)))]
  const x = (value: number) => tenth(margin.left + (value / mostX) * (width - margin.left - margin.right))
  const y = (value: number) => tenth(height - margin.bottom - (value / mostY) * (height - margin.top - margin.bottom))
  const grid = Array.from({ length: ticks + 1 }, (_, n) => n / ticks).flatMap((share) => [
    line('grid', [x(share * mostX), y(0)], [x(share * mostX), y(mostY)]),
    line('grid', [x(0), y(share * mostY)], [x(mostX), y(share * mostY)]),
    label(`${tenth(share * mostX)}`, [x(share * mostX), y(0) + 17], 'middle'),
    label(`${share * mostY}`, [x(0) - 8, y(share * mostY) + 3.5], 'end'),
  ])
  return [
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}"><title>${escaped(title)}</title>`,
    ...grid,
    label(across, [x(mostX / 2), height - 6], 'middle', 'axis'),
    `<text class="axis" text-anchor="middle" transform="translate(11 ${y(mostY / 2)}) rotate(-90)">${escaped(up)}</text>`,
    ...curves.map(({ points }, index) =>
      path(
        `curve ${colourOf(index)}`,
        points.map(([left, top]) => [x(left), y(top)] as const),
      ),
    ),
    '</svg>',
  ].join('')
}
