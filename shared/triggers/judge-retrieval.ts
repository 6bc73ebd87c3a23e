import type { TriggerConfig } from '../config/config.ts'
import { asksNothing } from './asks-nothing.ts'
import { isOn } from './is-on.ts'
import { lowConfidence } from './low-confidence.ts'
import { type Closest, outsideKnowledge } from './outside-knowledge.ts'
import type { Fired, Judged } from './trigger.ts'

/** At most one of the two: no answer at all is the sharper finding. Greetings and thanks ask for no knowledge. */
export const judgeRetrieval = (
  judged: Judged,
  closest: Closest | undefined,
  config: TriggerConfig,
): readonly Fired[] => {
  if (judged.messages.every(asksNothing)) return []
  const fired =
    (isOn(judged, config['outside-knowledge']) ? outsideKnowledge(closest, config) : undefined) ??
    (isOn(judged, config['low-confidence']) ? lowConfidence(closest, config) : undefined)
  return fired ? [fired] : []
}
