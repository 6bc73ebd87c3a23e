import type { TriggerConfig } from '../config/config.ts'
import { type Fired, failure, quote } from './trigger.ts'

/** What of the connected knowledge comes closest to answering. */
export interface Closest {
  readonly title: string
  /** 0 to 1: how sure the knowledge makes us that it answers. */
  readonly confidence: number
  /** What the floors are held to, where that is not the confidence itself. */
  readonly sureness?: number
  /** What the question is about rather, where that is known and nothing is written on it. */
  readonly neighbour?: string
}

/** Nothing retrieved at all is no sureness at all. */
export const surenessOf = (closest: Closest | undefined): number => closest?.sureness ?? closest?.confidence ?? 0

/** `closest "card arrival" 0.12, sounds like "bank: virtual card"`, as the evidence of both triggers says it. */
export const closestInWords = (closest: Closest | undefined): string => {
  if (closest === undefined) return 'no passage shares a word with it'
  const { title, neighbour } = closest
  const rather = neighbour === undefined ? '' : `, sounds like ${quote(neighbour)}`
  return `closest ${quote(title)} ${surenessOf(closest).toFixed(2)}${rather}`
}

/** `closest`: undefined when nothing was retrieved at all. */
export const outsideKnowledge = (closest: Closest | undefined, config: TriggerConfig): Fired | undefined => {
  const { enabled, floor } = config['outside-knowledge']
  if (!enabled || (closest !== undefined && surenessOf(closest) >= floor)) return undefined
  const detail = closestInWords(closest)
  return failure(
    'outside-knowledge',
    { score: surenessOf(closest), threshold: floor, detail },
    `nothing in the connected knowledge answers: ${detail}`,
  )
}
