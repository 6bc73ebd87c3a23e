import type { Outcome } from './measure.ts'

export interface PrecisionAtRecall {
  readonly threshold: number
  readonly precision: number
  readonly recall: number
}

type Scored = Pick<Outcome, 'holds' | 'score'>

/** A point for every threshold that makes a difference, from the strictest on. Equal scores fall together. */
export const precisionRecall = (outcomes: readonly Scored[]): readonly PrecisionAtRecall[] => {
  const positives = outcomes.filter(({ holds }) => holds).length
  const ordered = outcomes.toSorted((one, other) => other.score - one.score)
  const points: PrecisionAtRecall[] = []
  let hits = 0
  for (const [at, { holds, score }] of ordered.entries()) {
    if (holds) hits++
    if (ordered[at + 1]?.score === score) continue
    points.push({ threshold: score, precision: hits / (at + 1), recall: positives === 0 ? 0 : hits / positives })
  }
  return points
}

/** The area under the curve, as the mean of the precision at each step of recall. */
export const averagePrecision = (points: readonly PrecisionAtRecall[]): number =>
  points.reduce((sum, { precision, recall }, at) => sum + precision * (recall - (points[at - 1]?.recall ?? 0)), 0)

/** The best that any one threshold could do, known only afterwards. */
export const bestF1 = (points: readonly PrecisionAtRecall[]): number =>
  points.reduce((best, { precision: p, recall: r }) => Math.max(best, p + r === 0 ? 0 : (2 * p * r) / (p + r)), 0)

export interface Bin {
  /** Mean of what was claimed. */
  readonly claimed: number
  /** Share of what came true. */
  readonly held: number
  readonly count: number
}

const BINS = 10

/** Claimed probabilities in ten equal bins, the empty ones left out. */
export const reliabilityBins = (outcomes: readonly Scored[]): readonly Bin[] =>
  [...Map.groupBy(outcomes, ({ score }) => Math.min(BINS - 1, Math.floor(score * BINS)))]
    .sort(([one], [other]) => one - other)
    .map(([, bin]) => ({
      claimed: bin.reduce((sum, { score }) => sum + score, 0) / bin.length,
      held: bin.filter(({ holds }) => holds).length / bin.length,
      count: bin.length,
    }))

/** How far claims lie from what comes true, weighted by how often each is made. */
export const calibrationError = (bins: readonly Bin[]): number => {
  const all = bins.reduce((sum, { count }) => sum + count, 0)
  return bins.reduce((sum, { claimed, held, count }) => sum + (count / (all || 1)) * Math.abs(claimed - held), 0)
}
