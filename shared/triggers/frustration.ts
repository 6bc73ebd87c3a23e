import type { TriggerConfig } from '../config/config.ts'
import { heard } from './phrase-trigger.ts'
import { books } from './phrases/books.ts'
import { type Fired, failure, type Judged, quote } from './trigger.ts'

export const frustration = (judged: Judged, config: TriggerConfig): Fired | undefined => {
  const { enabled, threshold } = config.frustration
  const evidence = enabled ? heard(judged, books.frustration, threshold) : undefined
  return evidence && failure('frustration', evidence, `is angry or exasperated: ${quote(evidence.matched)}`)
}
