import type { TriggerConfig } from '../config/config.ts'
import { heard } from './phrase-trigger.ts'
import { books } from './phrases/books.ts'
import { type Fired, type Judged, quote, topic } from './trigger.ts'

export const billingDispute = (judged: Judged, config: TriggerConfig): Fired | undefined => {
  const { enabled, threshold } = config['billing-dispute']
  const evidence = enabled ? heard(judged, books['billing-dispute'], threshold) : undefined
  return evidence && topic('billing-dispute', evidence, `disputes a charge: ${quote(evidence.matched)}`)
}
