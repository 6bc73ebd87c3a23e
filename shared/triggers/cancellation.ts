import type { TriggerConfig } from '../config/config.ts'
import type { Ears } from './ears.ts'
import { isOn } from './is-on.ts'
import { spoken } from './spoken.ts'
import { type Judged, quote, topic, type Verdict } from './trigger.ts'

export const cancellation = (judged: Judged, config: TriggerConfig, ears: Ears): Verdict | undefined => {
  const found = isOn(judged, config.cancellation)
    ? spoken(judged, 'cancellation', config.cancellation, ears)
    : undefined
  if (found === undefined) return undefined
  const { certainty, evidence } = found
  return { certainty, fired: topic('cancellation', evidence, `wants to cancel or leave: ${quote(evidence.matched)}`) }
}
