import type { OutboundQueue } from '../channel/outbound-message.ts'
import type { BatonConfig } from '../config/config.ts'
import type { Message } from '../thread/message.ts'
import type { ThreadReader } from '../thread/thread-reader.ts'
import { silenceTimer } from '../thread/timer.ts'
import { type AcceptPorts, dropTicket } from './accept.ts'
import type { Change, HandoffPatch } from './change.ts'
import { changeHeld, endLease, type HeldCommand, type HeldHandoff, heldFence } from './held-handoff.ts'
import { handOver, outgoingMessage } from './outgoing.ts'
import { writtenOnce } from './written-once.ts'

export interface SendMessagePorts extends AcceptPorts {
  readonly threads: ThreadReader
  readonly outbound: OutboundQueue
}

export interface SendMessageCommand extends HeldCommand {
  readonly text: string
  /** Derived from the request's idempotency key, so that a repeat names the same message. */
  readonly messageId: string
}

interface ReplyContext {
  readonly message: Message
  readonly key: string
  readonly now: number
  readonly idle: BatonConfig['idle']
}

/** The reply, the order of the thread, the acceptance that a first reply is, and the clock it stops: all or nothing. */
export const replyChanges = (held: HeldHandoff, { message, key, now, idle }: ReplyContext): readonly Change[] => {
  const { handoff, state } = held
  const accepted = state.acceptedAt === undefined ? { acceptedAt: now } : {}
  const first = { ...accepted, ...(handoff.firstReplyAt === undefined && { firstReplyAt: now }) }
  const fence = heldFence(held, now)
  const handoffPatch: HandoffPatch = {
    expect: { status: 'claimed', epoch: handoff.epoch },
    set: first,
    remove: ['ticket'],
  }

  return [
    { kind: 'write-seen', key, messageId: message.id, at: now },
    { kind: 'message-added', message },
    {
      kind: 'thread-changed',
      threadId: state.threadId,
      patch: {
        ...fence,
        expect: { ...fence.expect, lastMessageAt: state.lastMessageAt },
        set: {
          ...accepted,
          lastMessageAt: message.at,
          lastAgentAt: message.at,
          lastOutgoing: { id: message.id, at: message.at, by: 'agent' },
          // A timer that rings earlier is wound anew for the customer's silence when it does.
          ...(state.timerAt === undefined && { timerAt: silenceTimer(message.at, idle) }),
        },
        add: { messages: 1 },
      },
    },
    ...endLease(held),
    ...(Object.keys(first).length > 0
      ? [{ kind: 'handoff-changed' as const, handoffId: handoff.id, patch: handoffPatch }]
      : []),
  ]
}

/**
 * An agent answers in the customer's thread; the first answer accepts the handoff.
 * @returns the stored message; for a repeated request the one that its first try stored.
 * @throws UnknownHandoffError | HandoffOverError | NotHeldError | LeaseEndedError | HandoffBusyError | KeyReusedError
 */
export const sendMessage = async (
  ports: SendMessagePorts,
  config: Pick<BatonConfig, 'idle'>,
  command: SendMessageCommand,
): Promise<Message> => {
  const { agent, text, messageId } = command
  const author = { kind: 'agent' as const, id: agent.id, name: agent.name }
  let written: Message | undefined
  const changed = await changeHeld(ports, command, (held, now) => {
    written = outgoingMessage({ state: held.state, author, text, id: messageId, now })
    return replyChanges(held, { message: written, key: command.attemptId, now, idle: config.idle })
  })

  const stored = await writtenOnce(ports.threads, changed, written, command)
  const { handoff, state, repeated } = changed
  await handOver(ports, state.address, stored, repeated)
  await dropTicket(ports, handoff)
  ports.log({ event: 'handoff.changed', handoffId: handoff.id, verb: 'reply', agentId: agent.id, team: handoff.team })
  return stored
}
