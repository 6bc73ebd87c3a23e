import type { TriggerConfig } from '../config/config.ts'
import { isOn } from './is-on.ts'
import type { Listen } from './listen.ts'
import { spoken } from './spoken.ts'
import { type Judged, quote, topic, type Verdict } from './trigger.ts'

export const legal = (judged: Judged, config: TriggerConfig, listen: Listen): Verdict | undefined => {
  const found = isOn(judged, config.legal) ? spoken(judged, 'legal', config.legal, listen) : undefined
  if (found === undefined) return undefined
  const { certainty, evidence } = found
  return { certainty, fired: topic('legal', evidence, `raises a legal or privacy matter: ${quote(evidence.matched)}`) }
}
