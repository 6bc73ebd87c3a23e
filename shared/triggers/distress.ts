import type { TriggerConfig } from '../config/config.ts'
import { heard } from './phrase-trigger.ts'
import { books } from './phrases/books.ts'
import { type Fired, type Judged, quote, topic } from './trigger.ts'

export const distress = (judged: Judged, config: TriggerConfig): Fired | undefined => {
  const { enabled, threshold } = config.distress
  const evidence = enabled ? heard(judged, books.distress, threshold) : undefined
  return evidence && topic('distress', evidence, `may be in distress: ${quote(evidence.matched)}`)
}
