import type { BatonConfig } from '../config/config.ts'
import type { Message } from '../thread/message.ts'
import { conversationRecord } from '../thread/thread-state.ts'
import { type AcceptPorts, dropTicket } from './accept.ts'
import { noteMessage } from './add-note.ts'
import type { Change } from './change.ts'
import { UnknownOutcomeError } from './errors.ts'
import { changeHeld, endLease, type HeldCommand, type HeldHandoff, heldFence } from './held-handoff.ts'

export interface ResolveCommand extends HeldCommand {
  readonly outcome: string
  readonly note?: string
  readonly noteId: string
}

interface Ending {
  readonly outcome: string
  readonly endedBy: string
  readonly note?: Message
  readonly now: number
}

const heldFields = ['team', 'handoffId', 'agentId', 'leaseUntil', 'acceptedAt', 'lastAgentAt'] as const

/** Behind an agent's word delivery itself looks after what came before; a turn's own, the timer's next ring does. */
const isHeard = ({ lastOutgoing }: HeldHandoff['state']): boolean => lastOutgoing?.by !== 'turn'

/** The conversation is over: nobody's turn any more, its record written, the agent free. The next message begins a new one. */
export const resolveChanges = (held: HeldHandoff, { outcome, endedBy, note, now }: Ending): readonly Change[] => {
  const { handoff, state } = held
  const fence = heldFence(held, now)
  const said = note ? { ...state, messages: state.messages + 1 } : state
  return [
    ...endLease(held),
    ...(note ? [{ kind: 'message-added' as const, message: note }] : []),
    {
      kind: 'thread-changed',
      threadId: state.threadId,
      patch: {
        ...fence,
        // Something may have been said since the agent looked: then it is read again, and counted, before it is closed.
        expect: { ...fence.expect, lastMessageAt: state.lastMessageAt },
        set: { status: 'closed', epoch: state.epoch + 1, closedAt: now, ...(note && { lastMessageAt: note.at }) },
        remove: [...heldFields, ...(isHeard(state) ? (['timerAt'] as const) : [])],
        ...(note && { add: { messages: 1 } }),
      },
    },
    {
      kind: 'conversation-closed',
      record: conversationRecord(said, { outcome, closedAt: now, handoffId: handoff.id }),
    },
    {
      kind: 'handoff-changed',
      handoffId: handoff.id,
      about: handoff,
      patch: {
        expect: { status: 'claimed', epoch: handoff.epoch },
        set: { status: 'closed', epoch: state.epoch + 1, endedAt: now, endedBy, outcome },
        remove: ['leaseUntil', 'ticket'],
      },
    },
    { kind: 'agent-freed', agentId: state.agentId, handoffId: handoff.id, at: now },
  ]
}

/**
 * @throws UnknownOutcomeError | UnknownHandoffError | HandoffOverError | NotHeldError | LeaseEndedError | HandoffBusyError
 */
export const resolve = async (
  ports: AcceptPorts,
  config: Pick<BatonConfig, 'outcomes'>,
  command: ResolveCommand,
): Promise<void> => {
  const { agent, outcome, note, noteId } = command
  if (!config.outcomes.includes(outcome)) throw new UnknownOutcomeError(outcome, config.outcomes)
  const { handoff } = await changeHeld(ports, command, (held, now) =>
    resolveChanges(held, {
      outcome,
      endedBy: agent.id,
      now,
      ...(note && { note: noteMessage(held, { ...command, text: note, messageId: noteId }, now) }),
    }),
  )

  await dropTicket(ports, handoff)
  ports.log({ event: 'handoff.changed', handoffId: handoff.id, verb: 'resolve', agentId: agent.id, team: handoff.team })
}
