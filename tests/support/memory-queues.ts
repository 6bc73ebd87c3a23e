import type { InboundMessage, InboundQueue } from '#shared/channel/inbound-message.ts'
import type { OutboundMessage, OutboundQueue } from '#shared/channel/outbound-message.ts'

export interface MemoryOutbound extends OutboundQueue {
  /** Everything handed over, in order. */
  readonly sent: OutboundMessage[]
  /** Set, every hand-over fails with it. */
  failure?: Error | undefined
}

export const memoryOutbound = (): MemoryOutbound => {
  const queue: MemoryOutbound = {
    sent: [],
    send: async (messages) => {
      if (queue.failure) throw queue.failure
      queue.sent.push(...messages)
    },
  }
  return queue
}

export interface MemoryInbound extends InboundQueue {
  readonly kept: { readonly threadId: string; readonly message: InboundMessage }[]
}

/** Forgets a delivery that it holds already, as the queue's deduplication does. */
export const memoryInbound = (): MemoryInbound => {
  const queue: MemoryInbound = {
    kept: [],
    send: async (received) => {
      for (const { threadId, message } of received) {
        const same = (other: InboundMessage) =>
          other.dedupeId === message.dedupeId && other.address.channel === message.address.channel
        if (!queue.kept.some((one) => same(one.message))) queue.kept.push({ threadId, message })
      }
    },
  }
  return queue
}
