import { pick } from '../../../words/training/random.ts'

/** What is known of one case, by the number of the weight it speaks to. */
export interface Case {
  readonly at: readonly number[]
  readonly values: readonly number[]
  readonly holds: boolean
}

export interface LogisticOptions {
  readonly size: number
  readonly epochs: number
  /** AdaGrad's first step. */
  readonly rate: number
  /** Pull towards zero of one weight. */
  readonly ridge: (at: number) => number
  readonly random: () => number
}

const FIRST_SQUARE = 1e-3
/** What the weights are in the last half of the steps is averaged: single cases no longer sway them. */
const SETTLING = 0.5

/** Logistic regression by AdaGrad over cases drawn at random: the same numbers for the same cases and seed. */
export const fitLogistic = (cases: readonly Case[], options: LogisticOptions): Float64Array => {
  const { size, epochs, random } = options
  const state = { weights: new Float64Array(size), squares: new Float64Array(size).fill(FIRST_SQUARE) }
  const settled = new Float64Array(size)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let step = 0; step < cases.length; step++) learn(pick(cases, random), state, options)
    if (epoch >= epochs * SETTLING)
      for (let at = 0; at < size; at++) settled[at] = (settled[at] ?? 0) + (state.weights[at] ?? 0)
  }
  const averaged = epochs - Math.ceil(epochs * SETTLING)
  return settled.map((sum) => sum / averaged)
}

interface State {
  readonly weights: Float64Array
  readonly squares: Float64Array
}

const learn = (drawn: Case | undefined, { weights, squares }: State, { rate, ridge }: LogisticOptions): void => {
  if (drawn === undefined) return
  const error = chanceOf(drawn, weights) - Number(drawn.holds)
  for (const [index, at] of drawn.at.entries()) {
    const weight = weights[at] ?? 0
    const gradient = error * (drawn.values[index] ?? 0) + ridge(at) * weight
    const square = (squares[at] ?? 0) + gradient * gradient
    squares[at] = square
    weights[at] = weight - (rate * gradient) / Math.sqrt(square)
  }
}

export const chanceOf = ({ at, values }: Case, weights: Float64Array): number => {
  let logit = 0
  for (let index = 0; index < at.length; index++) logit += (values[index] ?? 0) * (weights[at[index] ?? 0] ?? 0)
  return 1 / (1 + Math.exp(-logit))
}
