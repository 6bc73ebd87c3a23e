import type { TriggerConfig } from '../config/config.ts'
import type { Ears } from './ears.ts'
import { isOn } from './is-on.ts'
import { spoken } from './spoken.ts'
import { type Judged, quote, topic, type Verdict } from './trigger.ts'

export const distress = (judged: Judged, config: TriggerConfig, ears: Ears): Verdict | undefined => {
  const found = isOn(judged, config.distress) ? spoken(judged, 'distress', config.distress, ears) : undefined
  if (found === undefined) return undefined
  const { certainty, evidence } = found
  return { certainty, fired: topic('distress', evidence, `may be in distress: ${quote(evidence.matched)}`) }
}
