import type { Fitted } from '../../words/training/fit.ts'
import type { Model } from '../classifier/model.ts'

const MOST_STEPS = 127
/** Weights this far out are cut: a few outliers must not take the fineness of all others. */
const KEPT_SHARE = 0.9999

/** Rounds every weight to one of 255 steps of its head. */
export const quantise = ({ weights, biases }: Fitted, heads: readonly string[]): Omit<Model, 'slopes' | 'offsets'> => {
  const width = heads.length
  const steps = heads.map((_, head) => Math.fround(reach(weights, width, head) / MOST_STEPS))
  const table = new Int8Array(weights.length)
  for (let at = 0; at < weights.length; at++) {
    const step = Math.round((weights[at] ?? 0) / (steps[at % width] || 1))
    table[at] = Math.max(-MOST_STEPS, Math.min(MOST_STEPS, step))
  }
  return { heads, table, steps, biases: [...biases].map(Math.fround) }
}

const reach = (weights: Float32Array, width: number, head: number): number => {
  const sizes = new Float32Array(weights.length / width)
  for (let row = 0; row < sizes.length; row++) sizes[row] = Math.abs(weights[row * width + head] ?? 0)
  sizes.sort()
  return sizes[Math.floor((sizes.length - 1) * KEPT_SHARE)] ?? 0
}
