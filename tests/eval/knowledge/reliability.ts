/** A prediction and what was true of it. */
export interface Judged {
  readonly confidence: number
  readonly right: boolean
}

const share = (rows: readonly Judged[], holds: (row: Judged) => boolean): number =>
  rows.length === 0 ? 0 : rows.filter(holds).length / rows.length
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)
const bins = 10

/** Mean distance between what is claimed and what comes true, over ten equal bins of confidence. */
export const calibrationError = (rows: readonly Judged[]): number => {
  const binned = Map.groupBy(rows, ({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)))
  return [...binned.values()].reduce((total, bin) => {
    const claimed = mean(bin.map(({ confidence }) => confidence))
    return total + (bin.length / rows.length) * Math.abs(claimed - share(bin, ({ right }) => right))
  }, 0)
}

/** The probability that a right answer is claimed with more confidence than a wrong one. */
export const areaUnderCurve = (rows: readonly Judged[]): number => {
  const right = rows.filter((row) => row.right)
  const wrong = rows.filter((row) => !row.right)
  const wins = right.flatMap((a) =>
    wrong.map((b) => (a.confidence > b.confidence ? 1 : a.confidence === b.confidence ? 0.5 : 0)),
  )
  return mean(wins)
}

/** As a trigger: fires below the floor, ought to fire when nothing answers. */
export const firingBelow = (floor: number, rows: readonly Judged[]) => {
  const fired = rows.filter(({ confidence }) => confidence < floor)
  const recall = fired.filter(({ right }) => !right).length / Math.max(1, rows.filter(({ right }) => !right).length)
  const falseAlarms = fired.filter(({ right }) => right).length / Math.max(1, rows.filter(({ right }) => right).length)
  const precision = share(fired, ({ right }) => !right)
  return {
    accuracy: share(rows, ({ confidence, right }) => confidence >= floor === right),
    recall,
    falseAlarms,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  }
}

const round = (value: number): number => Math.round(value * 1_000) / 1_000
const rounded = <T extends object>(figures: T) =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, round(value)]))

export const reliability = (rows: readonly Judged[]) => ({
  questions: rows.length,
  right: rows.filter(({ right }) => right).length,
  calibrationError: round(calibrationError(rows)),
  areaUnderCurve: round(areaUnderCurve(rows)),
  floor02: rounded(firingBelow(0.2, rows)),
  floor05: rounded(firingBelow(0.5, rows)),
})
