import { secondsBetween } from '../clocks.ts'
import { groupedBy } from './counts.ts'
import type { Entry } from './entry.ts'
import { type Spread, spreadOf } from './spread.ts'

/** How long customers wrote with the assistant, and how long they then waited for a person. */
export interface Waits {
  readonly before: Spread
  readonly toClaim: Spread
  readonly toReply: Spread
  /** The alarm: the median wait for a person's answer is longer than the median time before the handoff. */
  readonly longerAfterThanBefore: boolean
}

export interface WaitsByName {
  readonly overall: Waits
  readonly teams: Readonly<Record<string, Waits>>
  readonly triggers: Readonly<Record<string, Waits>>
}

export const waitsOf = (entries: readonly Entry[]): Waits => {
  const before = spreadOf(entries.map(({ startedAt, openedAt }) => secondsBetween(startedAt, openedAt)))
  const toReply = spreadOf(entries.map(({ openedAt, firstReplyAt }) => secondsBetween(openedAt, firstReplyAt)))
  return {
    before,
    toClaim: spreadOf(entries.map(({ openedAt, firstClaimedAt }) => secondsBetween(openedAt, firstClaimedAt))),
    toReply,
    longerAfterThanBefore: (toReply.medianSeconds ?? 0) > (before.medianSeconds ?? 0),
  }
}

const by = (entries: readonly Entry[], key: (entry: Entry) => string): Readonly<Record<string, Waits>> =>
  Object.fromEntries(groupedBy(entries, key).map(([name, own]) => [name, waitsOf(own)]))

export const waitsByName = (entries: readonly Entry[]): WaitsByName => ({
  overall: waitsOf(entries),
  teams: by(entries, ({ team }) => team),
  triggers: by(entries, ({ trigger }) => trigger),
})
