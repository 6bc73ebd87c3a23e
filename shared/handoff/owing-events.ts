import type { Transactions } from './change.ts'
import { eventsOf } from './events-of.ts'
import { type AtOncePorts, tellAtOnce } from './tell-at-once.ts'

/**
 * What happens to handoffs is owed to the bus from the same transaction on: an event is stored if and only if what it
 * tells of is. It is told at once as well where there is a way to; nothing fails with that, and the sweep is behind it.
 */
export const owingEvents = (transactions: Transactions, clock: () => number, atOnce?: AtOncePorts): Transactions => ({
  commit: async (attemptId, changes) => {
    const events = eventsOf(changes, clock())
    const owed = events.map((event) => ({ kind: 'event-owed' as const, event }))
    // Last, so that a refusal's index still says which change was refused.
    const committed = await transactions.commit(attemptId, owed.length > 0 ? [...changes, ...owed] : changes)
    if (atOnce && committed.ok && events.length > 0) await tellAtOnce(atOnce, events)
    return committed
  },
})
