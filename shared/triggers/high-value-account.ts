import type { TriggerConfig } from '../config/config.ts'
import { isOn } from './is-on.ts'
import { type Fired, type Judged, topic } from './trigger.ts'

/** Looks only at who the customer is; what they wrote does not matter. */
export const highValueAccount = (judged: Judged, config: TriggerConfig): Fired | undefined => {
  const { tiers, minimumValue = Number.POSITIVE_INFINITY } = config['high-value-account']
  const { tier, value = 0 } = judged.customer ?? {}
  if (!isOn(judged, config['high-value-account'])) return undefined
  if (tier !== undefined && tiers.includes(tier))
    return topic(
      'high-value-account',
      { score: 1, threshold: 1, detail: `tier ${tier}` },
      `is a high-value account: tier ${tier}`,
    )
  if (value < minimumValue) return undefined
  return topic(
    'high-value-account',
    { score: value, threshold: minimumValue, detail: `value ${value}` },
    `is a high-value account: value ${value}, from ${minimumValue}`,
  )
}
