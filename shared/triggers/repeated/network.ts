/** A layer of bent sums over a few numbers, and what they come to together. */
export interface Network {
  readonly inputs: number
  /** By hidden sum: a weight for each input. */
  readonly hidden: Float64Array
  /** By hidden sum. */
  readonly out: Float64Array
}

/** `out;hidden` as training writes it. */
export const readNetwork = (written: string): Network => {
  const [out = '', hidden = ''] = written.split(';')
  const [outer, inner] = [numbers(out), numbers(hidden)]
  return { inputs: outer.length === 0 ? 0 : inner.length / outer.length, hidden: inner, out: outer }
}

const numbers = (text: string): Float64Array => Float64Array.from(text.split(' ').filter(Boolean).map(Number))

/** Nothing, where nothing was learnt. */
export const correction = (values: readonly number[], { inputs, hidden, out }: Network): number => {
  let sum = 0
  for (let unit = 0; unit < out.length; unit++) sum += (out[unit] ?? 0) * bent(values, hidden, unit * inputs)
  return sum
}

/** Below zero it says nothing: that bends the whole. */
export const bent = (values: readonly number[], hidden: Float64Array, from: number): number => {
  let sum = 0
  for (let at = 0; at < values.length; at++) sum += (values[at] ?? 0) * (hidden[from + at] ?? 0)
  return Math.max(0, sum)
}
