import { dot, label, line, path } from '#tests/support/report/drawing.ts'
import { calibrationError, reliabilityBins } from '../curves.ts'
import type { Outcome } from '../measure.ts'
import { plot, x, y } from './chart.ts'

const SMALLEST = 3
const LARGEST = 9

/** What came true over what was claimed, in ten bins: an honest probability lies on the diagonal. Dots grow with their rows. */
export const reliabilityChart = (trigger: string, outcomes: readonly Outcome[]): string => {
  const bins = reliabilityBins(outcomes)
  const most = Math.max(1, ...bins.map(({ count }) => count))
  const radius = (count: number): number => SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(count / most)
  return plot({
    title: `${trigger}: what came true over what was claimed`,
    across: 'claimed probability',
    up: 'share that held',
    marks: [
      line('ideal', [x(0), y(0)], [x(1), y(1)]),
      path(
        'curve ours',
        bins.map(({ claimed, held }) => [x(claimed), y(held)] as const),
      ),
      ...bins.map(({ claimed, held, count }) =>
        dot(
          'dot ours',
          [x(claimed), y(held)],
          radius(count),
          `${count} rows: claimed ${claimed.toFixed(2)}, held ${held.toFixed(2)}`,
        ),
      ),
      label(`off by ${calibrationError(bins).toFixed(3)}`, [x(0.98), y(0.04)], 'end', 'note'),
    ],
  })
}
