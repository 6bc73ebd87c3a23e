import type { Handoff } from '../handoff/handoff.ts'

/** Whole seconds between two moments, absent while one of them is; a clock that ran backwards counts as none. */
export const secondsBetween = (from: number | undefined, to: number | undefined): number | undefined =>
  from === undefined || to === undefined ? undefined : Math.max(0, Math.round((to - from) / 1_000))

/** The three clocks of a handoff, and how long people had it. */
export interface Clocks {
  /** From the customer's first message to the handoff. */
  readonly waitBeforeSeconds: number
  /** From the handoff to its first claim. */
  readonly waitToClaimSeconds: number | undefined
  /** From the handoff to the first human answer. */
  readonly waitToReplySeconds: number | undefined
  /** From the first claim to the end. */
  readonly handleSeconds: number | undefined
}

type Timed = Pick<Handoff, 'startedAt' | 'openedAt' | 'firstClaimedAt' | 'firstReplyAt' | 'endedAt'>

export const clocksOf = ({ startedAt, openedAt, firstClaimedAt, firstReplyAt, endedAt }: Timed): Clocks => ({
  waitBeforeSeconds: secondsBetween(startedAt, openedAt) ?? 0,
  waitToClaimSeconds: secondsBetween(openedAt, firstClaimedAt),
  waitToReplySeconds: secondsBetween(openedAt, firstReplyAt),
  handleSeconds: secondsBetween(firstClaimedAt, endedAt),
})
