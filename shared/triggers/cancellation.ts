import type { TriggerConfig } from '../config/config.ts'
import { isOn } from './is-on.ts'
import type { Listen } from './listen.ts'
import { spoken } from './spoken.ts'
import { type Judged, quote, topic, type Verdict } from './trigger.ts'

export const cancellation = (judged: Judged, config: TriggerConfig, listen: Listen): Verdict | undefined => {
  const found = isOn(judged, config.cancellation)
    ? spoken(judged, 'cancellation', config.cancellation, listen)
    : undefined
  if (found === undefined) return undefined
  const { certainty, evidence } = found
  return { certainty, fired: topic('cancellation', evidence, `wants to cancel or leave: ${quote(evidence.matched)}`) }
}
