/** What one classifier made of one judged row. */
export interface Outcome {
  readonly holds: boolean
  readonly fired: boolean
  /** 0 to 1; what fires at a higher threshold has a higher one. */
  readonly score: number
}

export interface Counts {
  readonly tp: number
  readonly fp: number
  readonly fn: number
  readonly tn: number
}

export const countsOf = (outcomes: readonly Pick<Outcome, 'holds' | 'fired'>[]): Counts => {
  const count = (holds: boolean, fired: boolean) =>
    outcomes.filter((one) => one.holds === holds && one.fired === fired).length
  return { tp: count(true, true), fp: count(false, true), fn: count(true, false), tn: count(false, false) }
}

/** A share and the 95 % interval of Wilson around it. */
export interface Share {
  readonly value: number
  readonly low: number
  readonly high: number
}

const Z = 1.96

export const wilson = (part: number, of: number): Share => {
  if (of === 0) return { value: 0, low: 0, high: 1 }
  const value = part / of
  const scale = 1 + (Z * Z) / of
  const middle = value + (Z * Z) / (2 * of)
  const reach = Z * Math.sqrt((value * (1 - value)) / of + (Z * Z) / (4 * of * of))
  return { value, low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) }
}

export interface Measures {
  readonly n: number
  readonly positives: number
  readonly precision: Share
  readonly recall: Share
  readonly f1: number
  readonly falsePositiveRate: Share
}

export const measure = (outcomes: readonly Pick<Outcome, 'holds' | 'fired'>[]): Measures => {
  const { tp, fp, fn, tn } = countsOf(outcomes)
  const [precision, recall] = [wilson(tp, tp + fp), wilson(tp, tp + fn)]
  const sum = precision.value + recall.value
  return {
    n: outcomes.length,
    positives: tp + fn,
    precision,
    recall,
    f1: sum === 0 ? 0 : (2 * precision.value * recall.value) / sum,
    falsePositiveRate: wilson(fp, fp + tn),
  }
}

/** Of fewer of either kind a source says nothing about a classifier. */
const FEWEST_OF_A_KIND = 5

/** The mean F1 over the groups that hold both kinds; undefined where none does. */
export const macroF1 = (groups: Iterable<readonly Outcome[]>): number | undefined => {
  const told = [...groups]
    .map(measure)
    .filter(({ n, positives }) => Math.min(positives, n - positives) >= FEWEST_OF_A_KIND)
  return told.length === 0 ? undefined : told.reduce((sum, { f1 }) => sum + f1, 0) / told.length
}
