import type { TriggerConfig } from '../config/config.ts'
import type { Ears } from './ears.ts'
import { isOn } from './is-on.ts'
import { spoken } from './spoken.ts'
import { type Judged, quote, topic, type Verdict } from './trigger.ts'

export const billingDispute = (judged: Judged, config: TriggerConfig, ears: Ears): Verdict | undefined => {
  const found = isOn(judged, config['billing-dispute'])
    ? spoken(judged, 'billing-dispute', config['billing-dispute'], ears)
    : undefined
  if (found === undefined) return undefined
  const { certainty, evidence } = found
  return { certainty, fired: topic('billing-dispute', evidence, `disputes a charge: ${quote(evidence.matched)}`) }
}
