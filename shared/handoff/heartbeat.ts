import type { BatonConfig } from '../config/config.ts'
import { unansweredTimer } from '../thread/timer.ts'
import type { AcceptPorts } from './accept.ts'
import { afterwards } from './afterwards.ts'
import type { Change } from './change.ts'
import { changeHeld, endLease, entryOf, type HeldCommand, type HeldHandoff, heldFence } from './held-handoff.ts'

type HeartbeatConfig = Pick<BatonConfig, 'lease' | 'idle'>

/** Before acceptance the lease begins anew; afterwards the timer that watches for an unanswered customer does. */
export const heartbeatChanges = (held: HeldHandoff, config: HeartbeatConfig, now: number): readonly Change[] => {
  const { handoff, state } = held
  const fence = heldFence(held, now)
  if (state.acceptedAt !== undefined) {
    const timerAt = Math.max(unansweredTimer(now, config.idle), state.timerAt ?? 0)
    return [{ kind: 'thread-changed', threadId: state.threadId, patch: { ...fence, set: { timerAt } } }]
  }

  const leaseUntil = now + config.lease.seconds * 1_000
  // The lease's time is its key: the same millisecond again is the same entry.
  if (leaseUntil === state.leaseUntil) return []
  const ticket = handoff.ticket === undefined ? {} : { ticket: handoff.ticket }
  return [
    ...endLease(held),
    {
      kind: 'lease-started',
      lease: { ...entryOf(handoff, state.team, state.epoch), leaseUntil, agentId: state.agentId, ...ticket },
    },
    { kind: 'thread-changed', threadId: state.threadId, patch: { ...fence, set: { leaseUntil } } },
    {
      kind: 'handoff-changed',
      handoffId: handoff.id,
      patch: { expect: { status: 'claimed', epoch: handoff.epoch }, set: { leaseUntil } },
    },
  ]
}

/**
 * The agent is still there.
 * @returns until when the lease runs now; nothing once the handoff is accepted.
 * @throws UnknownHandoffError | HandoffOverError | NotHeldError | LeaseEndedError | HandoffBusyError
 */
export const heartbeat = async (
  ports: AcceptPorts,
  config: HeartbeatConfig,
  command: HeldCommand,
): Promise<number | undefined> => {
  let renewed: number | undefined
  const { handoff, state } = await changeHeld(ports, command, (held, now) => {
    const changes = heartbeatChanges(held, config, now)
    const lease = changes.find((change) => change.kind === 'lease-started')?.lease
    renewed = lease?.leaseUntil
    return changes
  })
  if (state.status !== 'claimed' || state.acceptedAt !== undefined) return undefined

  const { ticket, team } = handoff
  if (ticket)
    await afterwards(ports.log, 'heartbeat.hide', () => ports.tickets.hide(team, ticket, config.lease.seconds))
  return renewed ?? state.leaseUntil
}
