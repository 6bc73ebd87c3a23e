import type { Fired } from './trigger.ts'

/**
 * Safety first, then what takes another team's skills, then what the customer asked for, then what went wrong. A request
 * for a person gives way to a topic because either hands off, and the topic says to whom.
 */
const BEFORE_OWN = ['distress', 'legal', 'billing-dispute', 'cancellation']
const AFTER_OWN = [
  'high-value-account',
  'asked-for-human',
  'frustration',
  'repeated-question',
  'outside-knowledge',
  'low-confidence',
  'assistant-unavailable',
]

/** The trigger that names the handoff; the record keeps them all. */
export const principal = (fired: readonly Fired[]): Fired | undefined =>
  fired.toSorted((one, other) => rank(one.trigger) - rank(other.trigger))[0]

const rank = (trigger: string): number => {
  const before = BEFORE_OWN.indexOf(trigger)
  if (before >= 0) return before
  const after = AFTER_OWN.indexOf(trigger)
  return after >= 0 ? BEFORE_OWN.length + 1 + after : BEFORE_OWN.length
}
