import { dot, path } from '#tests/support/report/drawing.ts'
import { precisionRecall } from '../curves.ts'
import { measure, type Outcome } from '../measure.ts'
import { plot, x, y } from './chart.ts'

export interface Curve {
  readonly kind: 'ours' | 'theirs'
  readonly name: string
  readonly outcomes: readonly Outcome[]
}

/** Precision over recall for every threshold; the dot is where the shipped threshold stands. */
export const precisionRecallChart = (trigger: string, curves: readonly Curve[]): string =>
  plot({
    title: `${trigger}: precision over recall`,
    across: 'recall',
    up: 'precision',
    marks: curves
      .filter(({ outcomes }) => outcomes.length > 0)
      .toSorted((one, other) => Number(one.kind === 'ours') - Number(other.kind === 'ours'))
      .flatMap(({ kind, name, outcomes }) => [
        path(`curve ${kind}`, curvePoints(outcomes)),
        shipped(kind, name, outcomes),
      ]),
  })

// Rows that score nothing fall together in one last point, far off: a line to it would show thresholds that are none.
const curvePoints = (outcomes: readonly Outcome[]): readonly (readonly [number, number])[] =>
  precisionRecall(outcomes)
    .filter(({ threshold }) => threshold > 0)
    .map(({ recall, precision }) => [x(recall), y(precision)] as const)

const shipped = (kind: string, name: string, outcomes: readonly Outcome[]): string => {
  const { precision, recall, f1 } = measure(outcomes)
  const told = `${name}: precision ${precision.value.toFixed(3)}, recall ${recall.value.toFixed(3)}, F1 ${f1.toFixed(3)}`
  return dot(`dot ${kind}`, [x(recall.value), y(precision.value)], 5, told)
}
