import type { Handoff } from '#shared/handoff/handoff.ts'
import type { Happened, Moves, Violation } from './happened.ts'
import type { Truth } from './truth.ts'

/** The log of each handoff is what happened to it: how often it moved, when, and how it ended. */
export const checkHandoffs = (
  { handoffs, states, conversations, messages }: Truth,
  { moves, erased, toleranceMs }: Pick<Happened, 'moves' | 'erased' | 'toleranceMs'>,
): readonly Violation[] => {
  const starts = new Map([
    ...conversations.map(({ id, startedAt }) => [id, startedAt] as const),
    ...states.map(({ conversationId, startedAt }) => [conversationId, startedAt] as const),
  ])
  const answered = new Set(
    [...messages.values()]
      .flat()
      .flatMap(({ author, internal, conversationId }) =>
        author.kind === 'agent' && !internal ? [conversationId] : [],
      ),
  )
  return handoffs.flatMap((handoff) => [
    ...checkEnd(handoff),
    ...checkCounts(handoff, moves.get(handoff.id)),
    ...checkClocks(handoff, moves.get(handoff.id), toleranceMs),
    ...(starts.get(handoff.conversationId) === handoff.startedAt
      ? []
      : wrong(handoff, 'began when its conversation did not')),
    ...(handoff.firstReplyAt === undefined || answered.has(handoff.conversationId)
      ? []
      : wrong(handoff, 'was never answered')),
    ...(handoff.openedAt <= (erased.get(handoff.threadId) ?? 0) ? wrong(handoff, 'outlived its erasure') : []),
  ])
}

const wrong = ({ id }: Handoff, what: string): readonly Violation[] => [
  { promise: 'bookkeeping', what: `${id} ${what}` },
]

const checkEnd = (handoff: Handoff): readonly Violation[] => {
  const { status, endedAt, outcome, endedBy } = handoff
  const over = status === 'closed' || status === 'returned'
  return [endedAt, outcome, endedBy].every((one) => (one !== undefined) === over)
    ? []
    : wrong(handoff, `is ${status} and ended by halves`)
}

const checkCounts = (handoff: Handoff, moves: Moves | undefined): readonly Violation[] => {
  const { claims, releases, declines, expiries, transfers, overflows } = handoff
  const arrivals = 1 + releases + declines + expiries + transfers + overflows
  return [
    ...(moves?.claims === claims || (moves === undefined && claims === 0)
      ? []
      : wrong(handoff, `counts ${claims} claims of ${moves?.claims}`)),
    ...(moves?.arrivals === arrivals ? [] : wrong(handoff, `counts ${arrivals} arrivals of ${moves?.arrivals}`)),
  ]
}

const checkClocks = (handoff: Handoff, moves: Moves | undefined, toleranceMs: number): readonly Violation[] => {
  const { startedAt, openedAt, firstClaimedAt } = handoff
  const isOff = (at: number | undefined, really: number | undefined) =>
    at === undefined || really === undefined ? at !== really : Math.abs(at - really) > toleranceMs
  return [
    ...(startedAt > (moves?.openedAt ?? openedAt) + toleranceMs ? wrong(handoff, 'was opened before it began') : []),
    ...(isOff(openedAt, moves?.openedAt)
      ? wrong(handoff, `says it was opened at ${openedAt}, not ${moves?.openedAt}`)
      : []),
    ...(isOff(firstClaimedAt, moves?.firstClaimedAt)
      ? wrong(handoff, `says it was claimed at ${firstClaimedAt}, not ${moves?.firstClaimedAt}`)
      : []),
  ]
}
