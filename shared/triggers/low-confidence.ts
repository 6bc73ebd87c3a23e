import type { TriggerConfig } from '../config/config.ts'
import { type Fired, failure } from './trigger.ts'

/** `best`: the best passage's calibrated confidence; undefined when nothing was retrieved at all. */
export const lowConfidence = (best: number | undefined, config: TriggerConfig): Fired | undefined => {
  const { enabled, floor } = config['low-confidence']
  const confidence = best ?? 0
  if (!enabled || confidence >= floor) return undefined
  return failure(
    'low-confidence',
    { score: confidence, threshold: floor, detail: 'best passage under the floor' },
    `the assistant is not sure enough of its answer: ${confidence.toFixed(2)}, floor ${floor}`,
  )
}
