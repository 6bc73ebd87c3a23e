/** One text as training sees it. */
export interface Row {
  readonly features: Int32Array
  /** Bit `h` is set where head `h` holds. */
  readonly labels: number
  /** How much the row counts. */
  readonly weight: number
}

export interface FitOptions {
  readonly heads: number
  /** Every feature is below this. */
  readonly tableSize: number
  readonly epochs: number
  /** AdaGrad's first step. */
  readonly rate: number
  /** Pull towards zero, for each feature that a row has. */
  readonly ridge: number
  readonly random: () => number
  readonly onEpoch?: (epoch: number, loss: number) => void
}

export interface Fitted {
  /** `weights[feature * heads + head]` */
  readonly weights: Float32Array
  readonly biases: Float64Array
}

/** A row that is right already moves nothing worth the time. */
const SETTLED = 0.002

/** Logistic regression for all heads at once, by AdaGrad over shuffled rows: the same bytes for the same rows and seed. */
export const fitHeads = (rows: readonly Row[], options: FitOptions): Fitted => {
  const { heads, tableSize, epochs, random } = options
  const state: State = {
    weights: new Float32Array(tableSize * heads),
    squares: new Float32Array(tableSize * heads).fill(1e-6),
    biases: new Float64Array(heads).fill(-2),
    biasSquares: new Float64Array(heads).fill(1),
    balance: balance(rows, heads),
  }
  const order = Uint32Array.from(rows, (_, at) => at)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    let loss = 0
    for (const at of order) {
      const row = rows[at]
      if (row) for (let head = 0; head < heads; head++) loss += learn(row, head, state, options)
    }
    options.onEpoch?.(epoch + 1, loss / rows.length)
  }
  return state
}

interface State extends Fitted {
  readonly squares: Float32Array
  readonly biasSquares: Float64Array
  readonly balance: readonly number[]
}

/** Rows that hold are few: each counts as much more as the square root of their rarity. */
const balance = (rows: readonly Row[], heads: number): readonly number[] =>
  Array.from({ length: heads }, (_, head) => {
    const share = (holds: number) =>
      rows.reduce((sum, { labels, weight }) => sum + (((labels >> head) & 1) === holds ? weight : 0), 0)
    return Math.sqrt(share(0) / (share(1) || 1))
  })

/** One step for one head. Returns the loss before it. */
const learn = (row: Row, head: number, state: State, { heads, rate, ridge }: FitOptions): number => {
  const { weights, squares, biases, biasSquares, balance } = state
  const { features } = row
  const scale = 1 / Math.sqrt(features.length || 1)
  let sum = 0
  for (const feature of features) sum += weights[feature * heads + head] ?? 0
  const holds = (row.labels >> head) & 1
  const probability = 1 / (1 + Math.exp(-(biases[head] ?? 0) - sum * scale))
  const counts = row.weight * (holds ? (balance[head] ?? 1) : 1)
  const slope = counts * (probability - holds)
  const squared = (biasSquares[head] ?? 1) + slope * slope
  biasSquares[head] = squared
  biases[head] = (biases[head] ?? 0) - (rate * slope) / Math.sqrt(squared)
  if (Math.abs(slope) >= SETTLED)
    for (const feature of features) {
      const cell = feature * heads + head
      const weight = weights[cell] ?? 0
      const gradient = slope * scale + ridge * weight
      const seen = (squares[cell] ?? 0) + gradient * gradient
      squares[cell] = seen
      weights[cell] = weight - (rate * gradient) / Math.sqrt(seen)
    }
  return -counts * Math.log(Math.max(1e-9, holds ? probability : 1 - probability))
}

const shuffle = (order: Uint32Array, random: () => number): void => {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const kept = order[at] ?? 0
    order[at] = order[other] ?? 0
    order[other] = kept
  }
}
