import type { TriggerConfig } from '../config/config.ts'
import { asksNothing } from './asks-nothing.ts'
import { isOn } from './is-on.ts'
import { lowConfidence } from './low-confidence.ts'
import { outsideKnowledge } from './outside-knowledge.ts'
import type { Fired, Judged } from './trigger.ts'

/** At most one of the two: no answer at all is the sharper finding. Greetings and thanks ask for no knowledge. */
export const judgeRetrieval = (judged: Judged, best: number | undefined, config: TriggerConfig): readonly Fired[] => {
  if (judged.messages.every(asksNothing)) return []
  const fired =
    (isOn(judged, config['outside-knowledge']) ? outsideKnowledge(best, config) : undefined) ??
    (isOn(judged, config['low-confidence']) ? lowConfidence(best, config) : undefined)
  return fired ? [fired] : []
}
