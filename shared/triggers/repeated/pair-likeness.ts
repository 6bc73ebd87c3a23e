import type { Asked } from './asked.ts'
import { likeness } from './likeness.ts'
import type { RepeatModel } from './model.ts'
import { pairFeatures } from './pair-features.ts'
import { SURE } from './triple.ts'

/** In logits; the same words are as alike as can be, even without any that carry a meaning. */
export const logitOf = (one: Asked, other: Asked, { aspects, pair }: RepeatModel): number =>
  sameWords(one, other) ? SURE : likeness(pairFeatures(one, other, aspects), pair)

export const sameWords = (one: Asked, other: Asked): boolean => one.words.length > 0 && one.folded === other.folded
