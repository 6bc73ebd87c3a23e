import type { TriggerConfig } from '../config/config.ts'
import { type Closest, closestInWords, surenessOf } from './outside-knowledge.ts'
import { type Fired, failure } from './trigger.ts'

/** `closest`: undefined when nothing was retrieved at all. */
export const lowConfidence = (closest: Closest | undefined, config: TriggerConfig): Fired | undefined => {
  const { enabled, floor } = config['low-confidence']
  const score = surenessOf(closest)
  if (!enabled || score >= floor) return undefined
  const detail = closestInWords(closest)
  return failure(
    'low-confidence',
    { score, threshold: floor, detail },
    `the assistant is not sure enough of its answer: ${detail}; floor ${floor}`,
  )
}
