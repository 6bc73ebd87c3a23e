import type { TriggerConfig } from '../config/config.ts'
import { heard } from './phrase-trigger.ts'
import { billingDispute as phrases } from './phrases/billing-dispute.ts'
import { type Fired, type Judged, quote, topic } from './trigger.ts'

export const billingDispute = (judged: Judged, config: TriggerConfig): Fired | undefined => {
  const { enabled, threshold } = config['billing-dispute']
  const evidence = enabled ? heard(judged, phrases, threshold) : undefined
  return evidence && topic('billing-dispute', evidence, `disputes a charge: ${quote(evidence.matched)}`)
}
