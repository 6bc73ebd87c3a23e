import type { Address } from '../channel/address.ts'
import type { OutboundMessage, OutboundQueue } from '../channel/outbound-message.ts'
import type { Log } from '../log/log.ts'
import type { Author, Message } from '../thread/message.ts'
import type { ThreadState } from '../thread/thread-state.ts'
import { afterwards } from './afterwards.ts'

/** A message's time: now, or just after the thread's last one, so that a slow clock cannot reorder a thread. */
export const nextAt = (state: Pick<ThreadState, 'lastMessageAt'>, now: number): number =>
  Math.max(now, state.lastMessageAt + 1)

export interface Outgoing {
  readonly state: ThreadState
  readonly author: Author
  readonly text: string
  readonly id: string
  readonly now: number
}

/** An outgoing message written by an agent's request: it waits for whatever went out before it, whoever wrote that. */
export const outgoingMessage = ({ state, author, text, id, now }: Outgoing): Message => ({
  threadId: state.threadId,
  id,
  conversationId: state.conversationId,
  at: nextAt(state, now),
  author,
  text,
  delivery: 'pending',
  ...(state.lastOutgoing && { after: { id: state.lastOutgoing.id, at: state.lastOutgoing.at } }),
})

/** What a stored outgoing message looks like on `outbound.fifo`. */
export const toOutbound = (address: Address, message: Message, repeated = false): OutboundMessage => ({
  version: 1,
  threadId: message.threadId,
  address,
  message: {
    id: message.id,
    at: message.at,
    author: {
      kind: message.author.kind === 'customer' ? 'system' : message.author.kind,
      ...(message.author.name !== undefined && { name: message.author.name }),
    },
    text: message.text,
  },
  ...(message.after && { after: message.after }),
  repeated,
})

/** The message is stored: handing it on may fail, and the sweep hands it on again. */
export const handOver = (
  { outbound, log }: { outbound: OutboundQueue; log: Log },
  address: Address,
  message: Message,
  repeated = false,
): Promise<void> => afterwards(log, 'outbound.send', () => outbound.send([toOutbound(address, message, repeated)]))
