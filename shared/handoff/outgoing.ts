import type { Address } from '../channel/address.ts'
import type { OutboundQueue } from '../channel/outbound-message.ts'
import type { Log } from '../log/log.ts'
import type { Author, Message } from '../thread/message.ts'
import type { ThreadState } from '../thread/thread-state.ts'
import { toOutbound } from '../thread/to-outbound.ts'
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

/** The message is stored: handing it on may fail, and the sweep hands it on again. */
export const handOver = (
  { outbound, log }: { outbound: OutboundQueue; log: Log },
  address: Address,
  message: Message,
  repeated = false,
): Promise<void> => afterwards(log, 'outbound.send', () => outbound.send([toOutbound(address, message, repeated)]))
