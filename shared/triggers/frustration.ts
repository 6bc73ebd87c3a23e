import type { TriggerConfig } from '../config/config.ts'
import type { Ears } from './ears.ts'
import { isOn } from './is-on.ts'
import { spoken } from './spoken.ts'
import { failure, type Judged, quote, type Verdict } from './trigger.ts'

/** Anger at the service in words or in tone; sadness and fear are distress, and go to other people. */
export const frustration = (judged: Judged, config: TriggerConfig, ears: Ears): Verdict | undefined => {
  const found = isOn(judged, config.frustration) ? spoken(judged, 'frustration', config.frustration, ears) : undefined
  if (found === undefined) return undefined
  const { certainty, evidence } = found
  return { certainty, fired: failure('frustration', evidence, `is angry or exasperated: ${quote(evidence.matched)}`) }
}
