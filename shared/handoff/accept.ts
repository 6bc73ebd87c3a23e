import type { BatonConfig } from '../config/config.ts'
import type { Tickets } from '../line/tickets.ts'
import { unansweredTimer } from '../thread/timer.ts'
import { afterwards } from './afterwards.ts'
import type { Change } from './change.ts'
import { changeHeld, endLease, type HeldCommand, type HeldHandoff, type HeldPorts, heldFence } from './held-handoff.ts'

export interface AcceptPorts extends HeldPorts {
  readonly tickets: Tickets
}

/** From here on the conversation is the agent's without a lease; a timer watches that the customer gets an answer. */
export const acceptChanges = (held: HeldHandoff, idle: BatonConfig['idle'], now: number): readonly Change[] => {
  const { handoff, state } = held
  if (state.acceptedAt !== undefined) return []
  return [
    ...endLease(held),
    {
      kind: 'thread-changed',
      threadId: state.threadId,
      patch: { ...heldFence(held, now), set: { acceptedAt: now, timerAt: unansweredTimer(now, idle) } },
    },
    {
      kind: 'handoff-changed',
      handoffId: handoff.id,
      patch: { expect: { status: 'claimed', epoch: handoff.epoch }, set: { acceptedAt: now }, remove: ['ticket'] },
    },
  ]
}

/** @throws UnknownHandoffError | HandoffOverError | NotHeldError | LeaseEndedError | HandoffBusyError */
export const accept = async (
  ports: AcceptPorts,
  config: Pick<BatonConfig, 'idle'>,
  command: HeldCommand,
): Promise<void> => {
  const { handoff } = await changeHeld(ports, command, (held, now) => acceptChanges(held, config.idle, now))
  await dropTicket(ports, handoff)
  ports.log({
    event: 'handoff.changed',
    handoffId: handoff.id,
    verb: 'accept',
    agentId: command.agent.id,
    team: handoff.team,
  })
}

/** An accepted conversation needs no alarm clock any more. */
export const dropTicket = async (
  { tickets, log }: Pick<AcceptPorts, 'tickets' | 'log'>,
  { team, ticket }: { readonly team: string; readonly ticket?: string },
): Promise<void> => {
  if (ticket) await afterwards(log, 'accept.drop-ticket', () => tickets.remove(team, ticket))
}
