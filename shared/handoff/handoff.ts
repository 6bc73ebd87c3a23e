import type { RuledBy } from '../routing/ruled-by.ts'
import type { TurnBasis } from '../thread/turn-basis.ts'
import type { Fired } from '../triggers/trigger.ts'
import type { Brief } from './brief.ts'

/** Waits in a line, is held by an agent, was given back to the assistant, or is over. */
export type HandoffStatus = 'waiting' | 'claimed' | 'returned' | 'closed'

/** A move to another team after a wait. */
export interface Escalation {
  readonly at: number
  readonly from: string
  readonly to: string
  /** The overflow rule's name, or `vanished-team` where the configuration does not have the team any more. */
  readonly rule: string
}

/** One passing-on, from the trigger to its outcome. Every time is epoch milliseconds; no clock is ever overwritten. */
export interface Handoff {
  readonly id: string
  readonly threadId: string
  readonly conversationId: string
  readonly n: number
  readonly status: HandoffStatus
  readonly epoch: number
  /** Clock one: the conversation's first message. */
  readonly startedAt: number
  /** The conversation's own, as it was decided at its first handoff. @default 0 */
  readonly headStartMs?: number
  /** Clock two: this handoff. */
  readonly openedAt: number
  readonly team: string
  readonly teamSince: number
  /** Teams whose line or hands it was in before, oldest first: they may go on reading the conversation. */
  readonly earlierTeams?: readonly string[]
  readonly rule: string
  readonly kind: 'failure' | 'topic'
  readonly trigger: string
  readonly topic?: string
  readonly reason: string
  /** Everything that fired, the principal first, with its evidence. */
  readonly fired: readonly Fired[]
  readonly configVersion: string
  readonly language: string
  readonly channel: string
  readonly customerId?: string
  /** What rules go by beside what fired, as it was at the handoff; of the attributes, those that an overflow rule names. */
  readonly ruledBy?: RuledBy
  readonly escalations?: readonly Escalation[]
  readonly brief: Brief
  /** What the turn went by that opened it; kept beside it, with the brief. Absent in what was opened before it was kept. */
  readonly basis?: TurnBasis
  /** The present claim. */
  readonly claimedAt?: number
  readonly leaseUntil?: number
  readonly acceptedAt?: number
  readonly agentId?: string
  readonly agentName?: string
  readonly ticket?: string
  /** Clock three: the first claim, and the first human answer. */
  readonly firstClaimedAt?: number
  readonly firstReplyAt?: number
  readonly claims: number
  readonly releases: number
  readonly declines: number
  readonly expiries: number
  readonly transfers: number
  readonly overflows: number
  /** How often the customer was told that they still wait. @default 0 */
  readonly updates?: number
  readonly endedAt?: number
  readonly outcome?: string
  readonly endedBy?: string
  /** Where its customer left the line: in which words. */
  readonly left?: { readonly matched: string }
  readonly attemptId: string
}

/** Outcome of a handoff that went back to the assistant; the company's own outcomes come from its configuration. */
export const returnedOutcome = 'returned-to-assistant'
/** Outcome of a conversation that its customer left, with an agent or in the line. */
export const leftOutcome = 'customer-left'

/** What `earlierTeams` becomes when the handoff goes to another team. */
export const earlierTeamsOf = ({
  team,
  earlierTeams = [],
}: Pick<Handoff, 'team' | 'earlierTeams'>): readonly string[] => [...new Set([...earlierTeams, team])]
