import type { TriggerConfig } from '../config/config.ts'
import type { Ears } from './ears.ts'
import { isOn } from './is-on.ts'
import { spoken } from './spoken.ts'
import { type Judged, quote, topic, type Verdict } from './trigger.ts'

export const legal = (judged: Judged, config: TriggerConfig, ears: Ears): Verdict | undefined => {
  const found = isOn(judged, config.legal) ? spoken(judged, 'legal', config.legal, ears) : undefined
  if (found === undefined) return undefined
  const { certainty, evidence } = found
  return { certainty, fired: topic('legal', evidence, `raises a legal or privacy matter: ${quote(evidence.matched)}`) }
}
