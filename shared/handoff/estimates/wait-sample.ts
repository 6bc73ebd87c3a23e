import type { Handoff } from '../handoff.ts'

/** How long one handoff waited for the first word of a person, or has waited so far. */
export interface WaitSample {
  readonly from: number
  /** When somebody answered, or when nobody looked any more; the present for whoever still waits. */
  readonly to: number
  /** Whether the wait ended with an answer: of any other, all that is known is that it was longer. */
  readonly answered: boolean
  /** When it was out of the line. */
  readonly outOfLine: number
}

/** As much of a handoff as tells of its wait. */
export type Waited = Pick<
  Handoff,
  | 'team'
  | 'openedAt'
  | 'teamSince'
  | 'earlierTeams'
  | 'escalations'
  | 'headStartMs'
  | 'firstClaimedAt'
  | 'firstReplyAt'
  | 'endedAt'
>

/**
 * What a handoff tells of the wait for the team that it came to first. Who was moved on, left or was ended without a word
 * waited longer than that; who was let ahead waited less than others do, and tells nothing.
 */
export const sampleOf = (handoff: Waited, team: string, now: number): WaitSample | undefined => {
  const { openedAt, earlierTeams = [], escalations, teamSince, firstReplyAt, firstClaimedAt, endedAt } = handoff
  if ((earlierTeams[0] ?? handoff.team) !== team || handoff.headStartMs) return undefined
  const movedAt = earlierTeams.length > 0 ? (escalations?.[0]?.at ?? teamSince) : undefined
  const answered = firstReplyAt !== undefined && (movedAt === undefined || firstReplyAt <= movedAt)
  const to = answered ? firstReplyAt : (movedAt ?? endedAt ?? now)
  return { from: openedAt, to, answered, outOfLine: Math.min(firstClaimedAt ?? to, to) }
}
