import type { OutboundQueue } from '../channel/outbound-message.ts'
import type { BatonConfig } from '../config/config.ts'
import type { Message } from '../thread/message.ts'
import { silenceTimer } from '../thread/timer.ts'
import { type AcceptPorts, dropTicket } from './accept.ts'
import { announceReturn } from './announce.ts'
import type { Change } from './change.ts'
import { returnedOutcome } from './handoff.ts'
import { changeHeld, endLease, type HeldCommand, type HeldHandoff, heldFence } from './held-handoff.ts'
import { handOver, outgoingMessage } from './outgoing.ts'

export interface ReturnPorts extends AcceptPorts {
  readonly outbound: OutboundQueue
}

export interface ReturnCommand extends HeldCommand {
  readonly noticeId: string
}

type ReturnConfig = Pick<BatonConfig, 'teams' | 'company' | 'notices' | 'idle'>

/** The one way on which the assistant may speak again: the handoff ends, and the customer is told. */
export const returnChanges = (
  held: HeldHandoff,
  notice: Message,
  context: { readonly now: number; readonly idle: BatonConfig['idle'] },
): readonly Change[] => {
  const { handoff, state } = held
  const { now, idle } = context
  const fence = heldFence(held, now)
  return [
    ...endLease(held),
    { kind: 'message-added', message: notice },
    {
      kind: 'thread-changed',
      threadId: state.threadId,
      patch: {
        ...fence,
        expect: { ...fence.expect, lastMessageAt: state.lastMessageAt },
        set: {
          status: 'assistant',
          epoch: state.epoch + 1,
          assistantSince: notice.at,
          lastMessageAt: notice.at,
          lastOutgoing: { id: notice.id, at: notice.at, by: 'agent' },
          timerAt: silenceTimer(notice.at, idle),
        },
        remove: ['team', 'handoffId', 'agentId', 'leaseUntil', 'acceptedAt', 'lastAgentAt'],
        add: { messages: 1 },
      },
    },
    {
      kind: 'handoff-changed',
      handoffId: handoff.id,
      about: handoff,
      patch: {
        expect: { status: 'claimed', epoch: handoff.epoch },
        set: {
          status: 'returned',
          epoch: state.epoch + 1,
          endedAt: now,
          endedBy: state.agentId,
          outcome: returnedOutcome,
        },
        remove: ['leaseUntil', 'ticket'],
      },
    },
    { kind: 'agent-freed', agentId: state.agentId, handoffId: handoff.id, at: now },
  ]
}

/** @throws UnknownHandoffError | HandoffOverError | NotHeldError | LeaseEndedError | HandoffBusyError */
export const returnToAssistant = async (
  ports: ReturnPorts,
  config: ReturnConfig,
  command: ReturnCommand,
): Promise<void> => {
  let notice: Message | undefined
  const { handoff, state, repeated } = await changeHeld(ports, command, (held, now) => {
    const text = announceReturn({ ...held.handoff, team: held.state.team }, config)
    notice = outgoingMessage({ state: held.state, author: { kind: 'system' }, text, id: command.noticeId, now })
    return returnChanges(held, notice, { now, idle: config.idle })
  })
  if (repeated || !notice) return

  await handOver(ports, state.address, notice)
  await dropTicket(ports, handoff)
  const { id, team } = handoff
  ports.log({ event: 'handoff.changed', handoffId: id, verb: 'return', agentId: command.agent.id, team })
}
