import type { TriggerConfig } from '../config/config.ts'
import { type Fired, failure } from './trigger.ts'

/** `best`: the best passage's calibrated confidence; undefined when nothing was retrieved at all. */
export const outsideKnowledge = (best: number | undefined, config: TriggerConfig): Fired | undefined => {
  const { enabled, floor } = config['outside-knowledge']
  if (!enabled || (best !== undefined && best >= floor)) return undefined
  const detail = best === undefined ? 'nothing retrieved' : 'best passage under the floor'
  return failure(
    'outside-knowledge',
    { score: best ?? 0, threshold: floor, detail },
    'nothing in the connected knowledge answers the question',
  )
}
