import type { Coefficients } from '#shared/knowledge/confidence.ts'
import type { Evidence } from '#shared/knowledge/evidence.ts'

/** One observation; `weight` is how much it counts. */
export interface Observation {
  readonly evidence: Evidence
  readonly right: boolean
  readonly weight: number
}

const steps = 6_000
const rate = 0.5
const momentum = 0.9
/** Pulls every weight but the bias towards zero: few rows, correlated evidence, other companies to come. */
const ridge = 0.0005

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit))

const slopeAt = (weights: readonly number[], inputs: readonly number[][], rows: readonly Observation[]): number[] => {
  const slope = weights.map((weight, at) => (at === 0 ? 0 : ridge * weight))
  const whole = rows.reduce((total, { weight }) => total + weight, 0)
  rows.forEach(({ right, weight }, row) => {
    const input = inputs[row] ?? []
    const logit = input.reduce((total, value, at) => total + value * (weights[at] ?? 0), 0)
    const error = ((sigmoid(logit) - Number(right)) * weight) / whole
    input.forEach((value, at) => {
      slope[at] = (slope[at] ?? 0) + error * value
    })
  })
  return slope
}

/** Plain gradient descent from zero with momentum: slow, short and the same on every machine. */
export const fitLogistic = (rows: readonly Observation[], features: readonly (keyof Evidence)[]): Coefficients => {
  const inputs = rows.map(({ evidence }) => [1, ...features.map((feature) => evidence[feature])])
  let weights = new Array<number>(features.length + 1).fill(0)
  let speeds = weights
  for (let step = 0; step < steps; step++) {
    const slope = slopeAt(weights, inputs, rows)
    speeds = speeds.map((speed, at) => momentum * speed - rate * (slope[at] ?? 0))
    weights = weights.map((weight, at) => weight + (speeds[at] ?? 0))
  }
  const rounded = weights.map((weight) => Math.round(weight * 1_000) / 1_000)
  return Object.fromEntries(['bias', ...features].map((name, at) => [name, rounded[at]])) as unknown as Coefficients
}
