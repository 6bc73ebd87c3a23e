import type { BatonConfig } from '../config/config.ts'
import type { Finding, RoutingFacts } from './facts.ts'

/** What a handoff's record keeps of what rules go by, beside what fired. */
export interface RuledBy extends Pick<RoutingFacts, 'tier' | 'value' | 'attributes'> {
  /** What the best passage is about: the topic of a failure. */
  readonly about?: string
}

/** A failure has the topic of the best passage that was found; a topic trigger its own. */
export const findingsOf = (fired: readonly Finding[], about: string | undefined): readonly Finding[] =>
  fired.map(({ trigger, kind, topic = about }) => ({ trigger, kind, ...(topic !== undefined && { topic }) }))

/** What overflow rules may ask for later; an attribute of the customer that none of them names is left where it is. */
export const ruledBy = (
  { tier, value, attributes = {} }: RoutingFacts,
  about: string | undefined,
  { overflow }: Pick<BatonConfig, 'overflow'>,
): { readonly ruledBy?: RuledBy } => {
  const named = new Set(overflow.flatMap(({ when }) => Object.keys(when?.attributes ?? {})))
  const kept = Object.entries(attributes).filter(([name]) => named.has(name))
  const record: RuledBy = {
    ...(about !== undefined && { about }),
    ...(tier !== undefined && { tier }),
    ...(value !== undefined && { value }),
    ...(kept.length > 0 && { attributes: Object.fromEntries(kept) }),
  }
  return Object.keys(record).length > 0 ? { ruledBy: record } : {}
}

export interface Recorded extends Pick<RoutingFacts, 'fired' | 'channel' | 'language'> {
  readonly ruledBy?: RuledBy
}

/** The facts again, from what the handoff's record keeps of them. */
export const recordedFacts = ({ fired, channel, language, ruledBy = {} }: Recorded): RoutingFacts => {
  const { about, ...profile } = ruledBy
  return { fired: findingsOf(fired, about), channel, ...(language !== undefined && { language }), ...profile }
}
