import { type Lease, waitingEntryOf } from '../line/line-entry.ts'
import type { Log } from '../log/log.ts'
import { backInLine } from './back-in-line.ts'
import type { Change, Transactions } from './change.ts'

export interface TakeBackPorts {
  readonly transactions: Transactions
  readonly log: Log
  readonly clock: () => number
}

/** The lease ran out: the conversation stands where it stood, and the agent's late writes meet a new epoch. */
export const takeBackChanges = (lease: Lease, now: number): readonly Change[] => [
  { kind: 'lease-ended', lease },
  ...backInLine({
    entry: waitingEntryOf(lease, lease.epoch + 1),
    agentId: lease.agentId,
    epoch: lease.epoch,
    counted: 'expiries',
    now,
  }),
]

/** Several callers, each with a `caller` of its own, may take the same lease back; one succeeds and the others find it done. */
export const takeBackExpired = async (
  ports: TakeBackPorts,
  expired: readonly Lease[],
  caller: string,
): Promise<number> => {
  const now = ports.clock()
  const done = await Promise.all(
    expired.map(async (lease) => {
      // The answer that named it may have put the clock right.
      if (lease.leaseUntil > now) return false
      const attemptId = `expiry#${lease.handoffId}#${lease.epoch}#${caller}`
      const { ok } = await ports.transactions.commit(attemptId, takeBackChanges(lease, now))
      if (ok)
        ports.log({ event: 'line.lease-expired', team: lease.team, handoffId: lease.handoffId, agentId: lease.agentId })
      return ok
    }),
  )
  return done.filter(Boolean).length
}
