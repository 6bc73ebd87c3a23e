/** Weights by key, in the keys' order: two are compared in one walk. */
export interface Sparse {
  readonly keys: Int32Array
  readonly weights: Float32Array
  /** Euclidean. */
  readonly length: number
}

export const sparse = (entries: ReadonlyMap<number, number>): Sparse => {
  const keys = new Int32Array(entries.size)
  let at = 0
  for (const key of entries.keys()) keys[at++] = key
  keys.sort()
  const weights = new Float32Array(keys.length)
  let squares = 0
  for (at = 0; at < keys.length; at++) {
    const weight = entries.get(keys[at] ?? 0) ?? 0
    weights[at] = weight
    squares += weight * weight
  }
  return { keys, weights, length: Math.sqrt(squares) }
}

/** What two hold in common. */
export interface Overlap {
  /** The inner product. */
  readonly product: number
  readonly count: number
  readonly heaviest: number
}

export const overlap = (one: Sparse, other: Sparse): Overlap => {
  let [product, count, heaviest, at, to] = [0, 0, 0, 0, 0]
  while (at < one.keys.length && to < other.keys.length) {
    const [left, right] = [one.keys[at] ?? 0, other.keys[to] ?? 0]
    if (left === right) {
      const weight = one.weights[at] ?? 0
      product += weight * (other.weights[to] ?? 0)
      count++
      if (weight > heaviest) heaviest = weight
    }
    if (left <= right) at++
    if (right <= left) to++
  }
  return { product, count, heaviest }
}

/** The share of the shortest that all three have. */
export const core = (one: Sparse, other: Sparse, third: Sparse, damping: number): number => {
  let [sum, to, on] = [0, 0, 0]
  for (let at = 0; at < one.keys.length; at++) {
    const key = one.keys[at] ?? 0
    while (to < other.keys.length && (other.keys[to] ?? 0) < key) to++
    while (on < third.keys.length && (third.keys[on] ?? 0) < key) on++
    if (other.keys[to] === key && third.keys[on] === key) sum += (one.weights[at] ?? 0) ** 2
  }
  return sum / (Math.min(one.length, other.length, third.length) ** 2 + damping)
}
