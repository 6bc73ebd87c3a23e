import { returnedOutcome } from '../handoff/handoff.ts'
import { clocksOf } from './clocks.ts'
import { type Counts, countBy } from './figures/counts.ts'
import type { Entry } from './figures/entry.ts'
import { type Spread, spreadOf } from './figures/spread.ts'
import { isLongerAfter } from './figures/waits.ts'
import type { Week } from './week.ts'

export interface WeekFigures {
  readonly handoffs: number
  readonly conversations: number
  readonly kinds: Counts
  readonly triggers: Counts
  /** Failures too have a topic when the model saw one: a content gap, or a missing integration. */
  readonly topics: Counts
  readonly teams: Counts
  readonly outcomes: Counts
  /** Handoffs that have ended neither way yet. */
  readonly open: number
  readonly transfers: number
  readonly returns: number
  /** Handoffs beyond the first of their conversation. */
  readonly repeats: number
  readonly waitBefore: Spread
  readonly waitToClaim: Spread
  readonly waitToReply: Spread
  readonly handle: Spread
}

export interface WeeklyReport {
  readonly week: string
  readonly from: number
  readonly to: number
  readonly figures: WeekFigures
  readonly before: { readonly week: string; readonly figures: WeekFigures }
  /** The alarm: customers now wait longer for a person than they had written with the assistant. */
  readonly longerAfterThanBefore: boolean
}

export const figuresOf = (handoffs: readonly Entry[]): WeekFigures => {
  const clocks = handoffs.map(clocksOf)
  const conversations = new Set(handoffs.map(({ conversationId }) => conversationId)).size
  return {
    handoffs: handoffs.length,
    conversations,
    kinds: countBy(handoffs, ({ kind }) => kind),
    triggers: countBy(handoffs, ({ trigger }) => trigger),
    topics: countBy(handoffs, ({ topic }) => topic),
    teams: countBy(handoffs, ({ team }) => team),
    outcomes: countBy(handoffs, ({ outcome }) => outcome),
    open: handoffs.filter(({ endedAt }) => endedAt === undefined).length,
    transfers: handoffs.reduce((sum, { transfers }) => sum + transfers, 0),
    returns: handoffs.filter(({ outcome }) => outcome === returnedOutcome).length,
    repeats: handoffs.length - conversations,
    waitBefore: spreadOf(clocks.map(({ waitBeforeSeconds }) => waitBeforeSeconds)),
    waitToClaim: spreadOf(clocks.map(({ waitToClaimSeconds }) => waitToClaimSeconds)),
    waitToReply: spreadOf(clocks.map(({ waitToReplySeconds }) => waitToReplySeconds)),
    handle: spreadOf(clocks.map(({ handleSeconds }) => handleSeconds)),
  }
}

export interface WeeklyFacts {
  readonly week: Week
  readonly handoffs: readonly Entry[]
  readonly before: { readonly week: Week; readonly handoffs: readonly Entry[] }
  /** Up to when the log tells, at most the end of the week. */
  readonly until: number
}

/** What a week's handoffs say, next to the week before. */
export const weeklyReport = ({ week, handoffs, before, until }: WeeklyFacts): WeeklyReport => {
  return {
    week: week.id,
    from: week.from,
    to: week.to,
    figures: figuresOf(handoffs),
    before: { week: before.week.id, figures: figuresOf(before.handoffs) },
    longerAfterThanBefore: isLongerAfter(handoffs, until),
  }
}
