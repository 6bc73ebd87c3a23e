import type { OutboundQueue } from '../channel/outbound-message.ts'
import type { BatonConfig } from '../config/config.ts'
import type { Message } from '../thread/message.ts'
import { type AcceptPorts, dropTicket } from './accept.ts'
import { afterwards } from './afterwards.ts'
import { announceTeam } from './announce.ts'
import { backInLine } from './back-in-line.ts'
import type { Change } from './change.ts'
import { TransferTargetError } from './errors.ts'
import { earlierTeamsOf } from './handoff.ts'
import { changeHeld, endLease, entryOf, type HeldCommand, type HeldHandoff } from './held-handoff.ts'
import { handOver, nextAt, outgoingMessage } from './outgoing.ts'

export interface TransferPorts extends AcceptPorts {
  readonly outbound: OutboundQueue
}

export interface TransferCommand extends HeldCommand {
  readonly team: string
  /** For the next agent, as a note in the thread. */
  readonly reason: string
  readonly noteId: string
  readonly noticeId: string
}

type TransferConfig = Pick<BatonConfig, 'teams' | 'company' | 'notices'>

interface TransferMessages {
  readonly note: Message
  readonly notice: Message
}

const transferMessages = (
  held: HeldHandoff,
  command: TransferCommand,
  config: TransferConfig,
  now: number,
): TransferMessages => {
  const { state, handoff } = held
  const { agent, team, reason } = command
  const note: Message = {
    threadId: state.threadId,
    id: command.noteId,
    conversationId: state.conversationId,
    at: nextAt(state, now),
    author: { kind: 'agent', id: agent.id, name: agent.name },
    text: reason,
    internal: true,
  }
  const text = announceTeam({ team, trigger: handoff.trigger, language: handoff.language }, config, now)
  const notice = outgoingMessage({
    state: { ...state, lastMessageAt: note.at },
    author: { kind: 'system' },
    text,
    id: command.noticeId,
    now,
  })
  return { note, notice }
}

/** Into the other team's line at the conversation's own place, with the reason for the next agent and word to the customer. */
export const transferChanges = (
  held: HeldHandoff,
  team: string,
  { note, notice }: TransferMessages,
  now: number,
): readonly Change[] => {
  const { handoff, state } = held
  const moved = backInLine({
    entry: entryOf(handoff, team, state.epoch + 1, now),
    agentId: state.agentId,
    epoch: state.epoch,
    counted: 'transfers',
    now,
  })
  const told = moved.map((change): Change => {
    if (change.kind === 'handoff-changed') {
      const { patch } = change
      const set = { ...patch.set, earlierTeams: earlierTeamsOf(handoff) }
      return { ...change, about: handoff, patch: { ...patch, set } }
    }
    if (change.kind !== 'thread-changed') return change
    const { patch } = change
    return {
      ...change,
      patch: {
        ...patch,
        expect: { ...patch.expect, lastMessageAt: state.lastMessageAt },
        set: { ...patch.set, lastMessageAt: notice.at, lastOutgoing: { id: notice.id, at: notice.at, by: 'agent' } },
        add: { messages: 2 },
      },
    }
  })
  return [
    ...endLease(held),
    ...told,
    { kind: 'message-added', message: note },
    { kind: 'message-added', message: notice },
  ]
}

/**
 * Passes the conversation on to another team. The customer is told in the same transaction that moves it.
 * @throws TransferTargetError | UnknownHandoffError | HandoffOverError | NotHeldError | LeaseEndedError | HandoffBusyError
 */
export const transfer = async (
  ports: TransferPorts,
  config: TransferConfig,
  command: TransferCommand,
): Promise<void> => {
  const { team, agent } = command
  let written: TransferMessages | undefined
  const { handoff, state, repeated } = await changeHeld(ports, command, (held, now) => {
    if (!Object.hasOwn(config.teams, team) || team === held.state.team)
      throw new TransferTargetError(
        team,
        Object.keys(config.teams).filter((id) => id !== held.state.team),
      )
    written = transferMessages(held, command, config, now)
    return transferChanges(held, team, written, now)
  })
  if (repeated || !written) return

  await handOver(ports, state.address, written.notice)
  await dropTicket(ports, handoff)
  await afterwards(ports.log, 'transfer.wake', () => ports.tickets.send(team))
  ports.log({ event: 'handoff.changed', handoffId: handoff.id, verb: 'transfer', agentId: agent.id, team })
}
