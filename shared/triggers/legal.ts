import type { TriggerConfig } from '../config/config.ts'
import { heard } from './phrase-trigger.ts'
import { books } from './phrases/books.ts'
import { type Fired, type Judged, quote, topic } from './trigger.ts'

export const legal = (judged: Judged, config: TriggerConfig): Fired | undefined => {
  const { enabled, threshold } = config.legal
  const evidence = enabled ? heard(judged, books.legal, threshold) : undefined
  return evidence && topic('legal', evidence, `raises a legal or privacy matter: ${quote(evidence.matched)}`)
}
