import type { RoutingFacts } from '../../routing/facts.ts'
import { findingsOf } from '../../routing/ruled-by.ts'
import type { Evidence, Fired } from '../../triggers/trigger.ts'
import { askedInTurn } from '../clusters/asked.ts'
import type { LoggedTurn } from '../logged-turn.ts'

/** A trigger that does not act, at the turn at which it would have. */
export interface ShadowFinding {
  readonly trigger: string
  readonly conversationId: string
  readonly at: number
  readonly evidence: Evidence
  /** In the customer's words. */
  readonly asked: string
  /** What the handoff would have been routed by. */
  readonly facts: RoutingFacts
}

const findingOf = (turn: LoggedTurn, fired: Fired): ShadowFinding => {
  const { conversationId, at, channel, language, customer = {}, passages } = turn
  return {
    trigger: fired.trigger,
    conversationId,
    at,
    evidence: fired.evidence,
    asked: askedInTurn({ ...turn, fired: [] }) || turn.messages.join('\n').trim(),
    facts: { fired: findingsOf([fired], passages?.[0]?.topic), channel, language, ...customer },
  }
}

/** Each trigger that fired in shadow at this turn, once. */
export const shadowFindings = (turn: LoggedTurn): readonly ShadowFinding[] =>
  (turn.shadow ?? []).map((fired) => findingOf(turn, fired))
