import type { TriggerConfig } from '../config/config.ts'
import { isOn } from './is-on.ts'
import type { Listen } from './listen.ts'
import { spoken } from './spoken.ts'
import { type Judged, quote, topic, type Verdict } from './trigger.ts'

export const distress = (judged: Judged, config: TriggerConfig, listen: Listen): Verdict | undefined => {
  const found = isOn(judged, config.distress) ? spoken(judged, 'distress', config.distress, listen) : undefined
  if (found === undefined) return undefined
  const { certainty, evidence } = found
  return { certainty, fired: topic('distress', evidence, `may be in distress: ${quote(evidence.matched)}`) }
}
