import type { Handoff } from '#shared/handoff/handoff.ts'
import type { HandoffEvent } from '#shared/handoff/handoff-event.ts'
import type { Violation } from './happened.ts'
import type { Truth } from './truth.ts'

/**
 * The bus heard of everything that each handoff's record counts, and of nothing else. Twice of the same is heard twice
 * under one id; of whoever was erased it may have heard.
 */
export const checkEvents = ({ handoffs, owed }: Truth, heard: readonly HandoffEvent[]): readonly Violation[] => {
  const byHandoff = Map.groupBy(new Map(heard.map((event) => [event.id, event])).values(), ({ handoffId }) => handoffId)
  return [
    ...owed.map((id): Violation => ({ promise: 'bookkeeping', what: `${id} is owed and was not told` })),
    ...handoffs.flatMap((handoff) => {
      const told = counted((byHandoff.get(handoff.id) ?? []).map(({ type, by }) => (by ? `${type} ${by}` : type)))
      const happened = counted(happenedTo(handoff))
      return told === happened
        ? []
        : [{ promise: 'bookkeeping' as const, what: `${handoff.id}: told ${told}, and what happened is ${happened}` }]
    }),
  ]
}

const counted = (types: readonly string[]): string => types.toSorted().join(', ')

const happenedTo = (handoff: Handoff): readonly string[] => {
  const { status, claims, releases, declines, expiries, transfers, overflows } = handoff
  const times = (count: number, type: string): readonly string[] => Array.from({ length: count }, () => type)
  return [
    'handoff.opened',
    ...times(claims, 'handoff.claimed'),
    ...times(releases, 'handoff.released release'),
    ...times(declines, 'handoff.released decline'),
    ...times(expiries, 'handoff.released expiry'),
    ...times(transfers, 'handoff.transferred'),
    ...times(overflows, 'handoff.escalated'),
    ...(status === 'returned' ? ['handoff.returned'] : []),
    ...(status === 'closed' ? ['handoff.resolved'] : []),
  ]
}
