import type { Handoff } from '../../handoff/handoff.ts'

const kept = [
  'id',
  'conversationId',
  'customerId',
  'startedAt',
  'openedAt',
  'team',
  'earlierTeams',
  'rule',
  'kind',
  'trigger',
  'topic',
  'claimedAt',
  'agentId',
  'firstClaimedAt',
  'firstReplyAt',
  'transfers',
  'endedAt',
  'outcome',
] as const

/** Of a handoff, what is counted: no words of the customer's, so that a quarter of them has room. */
export type Entry = Pick<Handoff, (typeof kept)[number]>

export const entryOf = (handoff: Handoff): Entry =>
  Object.fromEntries(
    kept.flatMap((name) => (handoff[name] === undefined ? [] : [[name, handoff[name]]])),
  ) as unknown as Entry

/** A span of time, from its first moment to before its end, in epoch milliseconds. */
export interface Span {
  readonly from: number
  readonly to: number
}

export const within =
  ({ from, to }: Span): ((entry: Pick<Entry, 'openedAt'>) => boolean) =>
  ({ openedAt }) =>
    openedAt >= from && openedAt < to
