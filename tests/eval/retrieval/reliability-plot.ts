import { dot, label, line, type Point, path } from '#tests/support/report/drawing.ts'
import { plot, plotHeight, plotWidth, x, y } from '../triggers/report/chart.ts'
import type { Asked } from './asked.ts'
import { figuresOf, type Tenth, tenthsOf } from './figures.ts'

/** Wilson's interval at 95 %: where the true share of a bin may lie. */
const WIDTH = 1.96

const intervalOf = ({ held, count }: Tenth): readonly [low: number, high: number] => {
  const spread = WIDTH ** 2 / count
  const middle = (held + spread / 2) / (1 + spread)
  const reach = (WIDTH / (1 + spread)) * Math.sqrt((held * (1 - held)) / count + spread / (4 * count))
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)]
}

const at = ({ claimed, held }: Tenth): Point => [x(claimed), y(held)]

/** What came true over what was claimed, in ten bins of as many questions each: an honest probability lies on the diagonal. */
export const reliabilityPlot = (title: string, asked: readonly Asked[]): string => {
  const tenths = tenthsOf(asked)
  const { calibrationError, recallAt5 } = figuresOf(asked)
  return plot({
    title: `${title}: what came true over what was claimed`,
    across: 'claimed probability',
    up: 'came true',
    marks: [
      line('ideal', [x(0), y(0)], [x(1), y(1)]),
      ...tenths.map((tenth) => {
        const [low, high] = intervalOf(tenth)
        return line('spread', [x(tenth.claimed), y(low)], [x(tenth.claimed), y(high)])
      }),
      path('curve ours', tenths.map(at)),
      ...tenths.map((tenth) => dot('dot ours', at(tenth), 4.5, told(tenth))),
      label(title, [x(0.02), y(0.93)], 'start', 'name'),
      label(`off by ${calibrationError.toFixed(3)}`, [x(0.98), y(0.1)], 'end', 'note'),
      label(`recall@5 ${recallAt5.toFixed(3)}`, [x(0.98), y(0.04)], 'end', 'note'),
    ],
  })
}

const told = ({ claimed, held, count }: Tenth): string =>
  `${count} questions: claimed ${claimed.toFixed(2)}, came true ${held.toFixed(2)}`

const colours = `svg { --card: #ffffff; --ink: #1b1f27; --soft: #5b6472; --grid: #e5e8ed; --ours: #1f6fd0;
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
@media (prefers-color-scheme: dark) { svg { --card: #1a1e26; --ink: #e8ebf0; --soft: #9aa4b2; --grid: #2a303b; --ours: #6cabf7; } }
`
/** Of the page that the plots stand on, as far as they need it when they stand alone. */
const marks = `.card { fill: var(--card); } .grid { stroke: var(--grid); } .ideal { stroke: var(--soft); stroke-dasharray: 4 4; }
.tick, .axis, .note { fill: var(--soft); font-size: 10.5px; } .name { fill: var(--ink); font-size: 12px; }
.curve { fill: none; stroke: var(--ours); stroke-width: 2; stroke-linejoin: round; } .dot { fill: var(--ours); stroke: var(--card); stroke-width: 2; }
`
export const spreadStyle = '.spread { stroke: var(--ours); stroke-width: 1.5; opacity: 0.35; }'

/** Plots side by side as one picture of its own, for a page that cannot hold a drawing. */
export const picture = (plots: readonly string[]): string => {
  const width = plotWidth * plots.length
  const placed = plots.map((drawn, place) =>
    drawn.replace('<svg ', `<svg x="${place * plotWidth}" width="${plotWidth}" height="${plotHeight}" `),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${plotHeight}" width="${width}" height="${plotHeight}">
<title>What came true over what was claimed</title>
<style>${colours}${marks}${spreadStyle}</style>
<rect class="card" width="${width}" height="${plotHeight}"/>
${placed.join('\n')}
</svg>
`
}
