import { pick } from '../../../words/training/random.ts'
import { bent, correction, type Network } from '../network.ts'

/** What is known of one case, and what is thought of it already. */
export interface NetworkCase {
  readonly values: readonly number[]
  /** In logits. */
  readonly thought: number
  readonly holds: boolean
}

export interface NetworkOptions {
  readonly units: number
  readonly epochs: number
  /** AdaGrad's first step. */
  readonly rate: number
  readonly ridge: number
}

const FIRST_SQUARE = 1e-2
const FIRST_WEIGHTS = 0.5

/** Learns what to add to what is thought already: the same numbers for the same cases and seed. */
export const fitNetwork = (
  cases: readonly NetworkCase[],
  { units, epochs, rate, ridge }: NetworkOptions,
  random: () => number,
): Network => {
  const inputs = cases[0]?.values.length ?? 0
  const hidden = Float64Array.from({ length: units * inputs }, () => (random() - 0.5) * FIRST_WEIGHTS)
  const network = { inputs, hidden, out: new Float64Array(units) }
  const layers = { inner: stepped(network.hidden, rate, ridge), outer: stepped(network.out, rate, ridge) }
  for (let taken = 0; taken < epochs * cases.length; taken++) {
    const drawn = pick(cases, random)
    if (drawn !== undefined) learn(drawn, network, layers)
  }
  return network
}

type Step = (at: number, slope: number) => void

/** AdaGrad with a pull towards zero. */
const stepped = (weights: Float64Array, rate: number, ridge: number): Step => {
  const squares = weights.map(() => FIRST_SQUARE)
  return (at, slope) => {
    const gradient = slope + ridge * (weights[at] ?? 0)
    const square = (squares[at] ?? 0) + gradient * gradient
    squares[at] = square
    weights[at] = (weights[at] ?? 0) - (rate * gradient) / Math.sqrt(square)
  }
}

const learn = (
  { values, thought, holds }: NetworkCase,
  network: Network,
  { inner, outer }: { readonly inner: Step; readonly outer: Step },
): void => {
  const { inputs, hidden, out } = network
  const error = 1 / (1 + Math.exp(-thought - correction(values, network))) - Number(holds)
  for (let unit = 0; unit < out.length; unit++) {
    const raised = bent(values, hidden, unit * inputs)
    const slope = error * (out[unit] ?? 0)
    outer(unit, error * raised)
    if (raised === 0) continue
    for (const [at, value] of values.entries()) if (value !== 0) inner(unit * inputs + at, slope * value)
  }
}
