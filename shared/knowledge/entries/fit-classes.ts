import type { Weighed } from './weighing.ts'

/** One text and the class it belongs to. */
export interface Sample {
  readonly text: Weighed
  readonly of: number
  /** How much it counts. */
  readonly weight: number
}

export interface FitOptions {
  readonly classes: number
  /** Rows of the weights: every row of a text is below this. */
  readonly rows: number
  readonly epochs: number
  readonly random: () => number
}

export interface Fitted {
  readonly classes: number
  /** `weights[row * classes + class]` */
  readonly weights: Float32Array
  readonly biases: Float64Array
}

/** Found on authored companies; the first steps are long and every epoch's are shorter. */
const FIRST_STEP = 2
const SHORTENING = 0.7
const BIAS_STEP = 0.1
/** How much a mistake counts beside the size of the weights. */
const STRICTNESS = 20
/** What is as good as right is not corrected. */
const SMALLEST_ERROR = 0.001

/**
 * Multinomial logistic regression by gradient descent over shuffled texts: the same bytes for the same texts, seed and engine.
 * Steps of one size for all weights: the simplest that converges on a thousand short texts.
 */
export const fitClasses = (samples: readonly Sample[], { classes, rows, epochs, random }: FitOptions): Fitted => {
  const weights = new Float32Array(rows * classes)
  const biases = new Float64Array(classes)
  const fitted = { classes, weights, biases }
  const order = Uint32Array.from(samples, (_, at) => at)
  // All weights shrink a little at every step: one number instead of all of them.
  let shrunk = 1
  for (let epoch = 0; epoch < epochs; epoch++) {
    const length = FIRST_STEP / (1 + SHORTENING * epoch)
    shuffle(order, random)
    for (const at of order) {
      const sample = samples[at]
      if (!sample) continue
      shrunk *= 1 - length / (STRICTNESS * samples.length)
      learn(sample, fitted, length, shrunk)
    }
  }
  for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] ?? 0) * shrunk
  return fitted
}

const learn = ({ text, of, weight }: Sample, fitted: Fitted, length: number, shrunk: number): void => {
  const { classes, weights, biases } = fitted
  const errors = likelihoods(marginsOf(text, fitted, shrunk))
  errors[of] = (errors[of] ?? 0) - 1
  const missed: number[] = []
  for (let one = 0; one < classes; one++) {
    const error = errors[one] ?? 0
    if (Math.abs(error) < SMALLEST_ERROR) continue
    const move = length * weight * error
    biases[one] = (biases[one] ?? 0) - BIAS_STEP * move
    errors[one] = move / shrunk
    missed.push(one)
  }
  const { rows, values } = text
  for (let at = 0; at < rows.length; at++) {
    const start = (rows[at] ?? 0) * classes
    const value = values[at] ?? 0
    for (const one of missed) weights[start + one] = (weights[start + one] ?? 0) - (errors[one] ?? 0) * value
  }
}

/** What speaks for each class. */
export const marginsOf = (
  { rows, values }: Weighed,
  { classes, weights, biases }: Fitted,
  shrunk = 1,
): Float64Array => {
  const margins = new Float64Array(classes)
  for (let at = 0; at < rows.length; at++) {
    const start = (rows[at] ?? 0) * classes
    const value = values[at] ?? 0
    for (let one = 0; one < classes; one++) margins[one] = (margins[one] ?? 0) + (weights[start + one] ?? 0) * value
  }
  for (let one = 0; one < classes; one++) margins[one] = (margins[one] ?? 0) * shrunk + (biases[one] ?? 0)
  return margins
}

/** Margins as probabilities that add up to one. */
export const likelihoods = (margins: Float64Array): Float64Array => {
  const most = margins.reduce((highest, margin) => Math.max(highest, margin), Number.NEGATIVE_INFINITY)
  const shares = margins.map((margin) => Math.exp(margin - most))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => share / whole)
}

const shuffle = (order: Uint32Array, random: () => number): void => {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const kept = order[at] ?? 0
    order[at] = order[other] ?? 0
    order[other] = kept
  }
}
