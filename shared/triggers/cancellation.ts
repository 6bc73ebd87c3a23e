import type { TriggerConfig } from '../config/config.ts'
import { heard } from './phrase-trigger.ts'
import { books } from './phrases/books.ts'
import { type Fired, type Judged, quote, topic } from './trigger.ts'

export const cancellation = (judged: Judged, config: TriggerConfig): Fired | undefined => {
  const { enabled, threshold } = config.cancellation
  const evidence = enabled ? heard(judged, books.cancellation, threshold) : undefined
  return evidence && topic('cancellation', evidence, `wants to cancel or leave: ${quote(evidence.matched)}`)
}
