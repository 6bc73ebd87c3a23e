import { coefficients } from './confidence-coefficients.ts'
import type { Evidence } from './evidence.ts'

export type Coefficients = { readonly [feature in keyof Evidence]: number } & { readonly bias: number }

/** The calibrated probability that a passage with this evidence answers the question. */
export const calibrate = (evidence: Evidence, { bias, ...weights }: Coefficients = coefficients): number => {
  const features = Object.keys(weights) as (keyof Evidence)[]
  const logit = features.reduce((total, feature) => total + weights[feature] * evidence[feature], bias)
  return 1 / (1 + Math.exp(-logit))
}
