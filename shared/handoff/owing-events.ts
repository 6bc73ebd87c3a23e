import type { Transactions } from './change.ts'
import { eventsOf } from './events-of.ts'

/**
 * What happens to handoffs is owed to the bus from the same transaction on: an event is stored if and only if what it
 * tells of is. Nothing is sent here, so that no turn and no agent waits for the bus, or fails with it.
 */
export const owingEvents = (transactions: Transactions, clock: () => number): Transactions => ({
  commit: (attemptId, changes) => {
    const owed = eventsOf(changes, clock()).map((event) => ({ kind: 'event-owed' as const, event }))
    // Last, so that a refusal's index still says which change was refused.
    return transactions.commit(attemptId, owed.length > 0 ? [...changes, ...owed] : changes)
  },
})
