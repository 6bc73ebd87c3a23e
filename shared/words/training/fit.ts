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
    sums: new Float64Array(heads),
    slopes: new Float64Array(heads),
    moving: new Int32Array(heads),
  }
  const order = Uint32Array.from(rows, (_, at) => at)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    let loss = 0
    for (const at of order) {
      const row = rows[at]
      if (row) loss += learn(row, state, options)
    }
    options.onEpoch?.(epoch + 1, loss / rows.length)
  }
  return state
}

interface State extends Fitted {
  readonly squares: Float32Array
  readonly biasSquares: Float64Array
  readonly balance: readonly number[]
  /** By head, of the row in hand. */
  readonly sums: Float64Array
  readonly slopes: Float64Array
  /** Heads that the row in hand moves. */
  readonly moving: Int32Array
}

/** Rows that hold are few: each counts as much more as the square root of their rarity. */
const balance = (rows: readonly Row[], heads: number): readonly number[] =>
  Array.from({ length: heads }, (_, head) => {
    const share = (holds: number) =>
      rows.reduce((sum, { labels, weight }) => sum + (((labels >> head) & 1) === holds ? weight : 0), 0)
    return Math.sqrt(share(0) / (share(1) || 1))
  })

/** One step for all heads, none of which knows of the others. Returns the loss before it. */
const learn = (row: Row, state: State, options: FitOptions): number => {
  addUp(row, state)
  const { slopes, moving } = state
  let [loss, count] = [0, 0]
  for (let head = 0; head < slopes.length; head++) {
    loss += judge(row, head, state, options.rate)
    if (Math.abs(slopes[head] ?? 0) >= SETTLED) moving[count++] = head
  }
  if (count > 0) move(row, count, state, options)
  return loss
}

/** One look at each feature for all heads: what is far away in memory is fetched once. */
const addUp = ({ features }: Row, { weights, sums }: State): void => {
  const heads = sums.length
  sums.fill(0)
  for (const feature of features) {
    const from = feature * heads
    for (let head = 0; head < heads; head++) sums[head] = (sums[head] ?? 0) + (weights[from + head] ?? 0)
  }
}

/** How far one head is off, and its bias moved by it. */
const judge = (row: Row, head: number, { sums, slopes, biases, biasSquares, balance }: State, rate: number): number => {
  const scale = 1 / Math.sqrt(row.features.length || 1)
  const holds = (row.labels >> head) & 1
  const probability = 1 / (1 + Math.exp(-(biases[head] ?? 0) - (sums[head] ?? 0) * scale))
  const counts = row.weight * (holds ? (balance[head] ?? 1) : 1)
  const slope = counts * (probability - holds)
  const squared = (biasSquares[head] ?? 1) + slope * slope
  slopes[head] = slope
  biasSquares[head] = squared
  biases[head] = (biases[head] ?? 0) - (rate * slope) / Math.sqrt(squared)
  return -counts * Math.log(Math.max(1e-9, holds ? probability : 1 - probability))
}

const move = ({ features }: Row, count: number, state: State, { rate, ridge }: FitOptions): void => {
  const { weights, squares, slopes, moving } = state
  const heads = slopes.length
  const scale = 1 / Math.sqrt(features.length || 1)
  for (const feature of features)
    for (let next = 0; next < count; next++) {
      const head = moving[next] ?? 0
      const cell = feature * heads + head
      const weight = weights[cell] ?? 0
      const gradient = (slopes[head] ?? 0) * scale + ridge * weight
      const seen = (squares[cell] ?? 0) + gradient * gradient
      squares[cell] = seen
      weights[cell] = weight - (rate * gradient) / Math.sqrt(seen)
    }
}

const shuffle = (order: Uint32Array, random: () => number): void => {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const kept = order[at] ?? 0
    order[at] = order[other] ?? 0
    order[other] = kept
  }
}
