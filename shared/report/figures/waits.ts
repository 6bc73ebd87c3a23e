import { secondsBetween } from '../clocks.ts'
import { groupedBy } from './counts.ts'
import type { Entry } from './entry.ts'
import { type Spread, spreadOf } from './spread.ts'

/** How long customers wrote with the assistant, and how long they then waited for a person. */
export interface Waits {
  readonly before: Spread
  readonly toClaim: Spread
  readonly toReply: Spread
  /** The alarm: the median wait for a person's answer, also of those who wait still, is longer than the median before the handoff. */
  readonly longerAfterThanBefore: boolean
}

export interface WaitsByName {
  readonly overall: Waits
  readonly teams: Readonly<Record<string, Waits>>
  readonly triggers: Readonly<Record<string, Waits>>
}

/** Until the answer; of somebody who waits for it still, the least that it will have been. */
const waitSoFar = ({ openedAt, firstReplyAt, endedAt }: Entry, until: number): number | undefined =>
  secondsBetween(openedAt, firstReplyAt ?? (endedAt === undefined ? until : undefined))

/**
 * By the answered alone, a week in which nobody is answered would ring no alarm.
 *
 * @param until up to when the log tells, at most the end of the span
 */
export const isLongerAfter = (entries: readonly Entry[], until: number): boolean => {
  const before = spreadOf(entries.map(({ startedAt, openedAt }) => secondsBetween(startedAt, openedAt)))
  const after = spreadOf(entries.map((entry) => waitSoFar(entry, until)))
  return (after.medianSeconds ?? 0) > (before.medianSeconds ?? 0)
}

export const waitsOf = (entries: readonly Entry[], until: number): Waits => ({
  before: spreadOf(entries.map(({ startedAt, openedAt }) => secondsBetween(startedAt, openedAt))),
  toClaim: spreadOf(entries.map(({ openedAt, firstClaimedAt }) => secondsBetween(openedAt, firstClaimedAt))),
  toReply: spreadOf(entries.map(({ openedAt, firstReplyAt }) => secondsBetween(openedAt, firstReplyAt))),
  longerAfterThanBefore: isLongerAfter(entries, until),
})

const by = (entries: readonly Entry[], until: number, key: (entry: Entry) => string): Readonly<Record<string, Waits>> =>
  Object.fromEntries(groupedBy(entries, key).map(([name, own]) => [name, waitsOf(own, until)]))

/** @param until up to when the log tells, at most the end of the span */
export const waitsByName = (entries: readonly Entry[], until: number): WaitsByName => ({
  overall: waitsOf(entries, until),
  teams: by(entries, until, ({ team }) => team),
  triggers: by(entries, until, ({ trigger }) => trigger),
})
