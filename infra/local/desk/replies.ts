import { Webhook } from 'standardwebhooks'
import type { ChannelName } from '#shared/config/config.ts'
import { asObject, type Json } from '../json.ts'
import type { Heard } from '../providers/provider.ts'

/** One message that left for the customer. */
export interface Reply {
  /** @default the company's own callback */
  readonly channel?: string
  /** On another channel: the thread's key there. */
  readonly conversationId: string
  readonly author: string
  readonly text: string
  /** Counts up from 1. */
  readonly number: number
}

export interface Replies {
  /** Takes a signed delivery. @throws when its signature is wrong */
  receive(body: string, headers: Record<string, string>): Reply
  /** Keeps what a provider on this machine was given. */
  keep(reply: Omit<Reply, 'number'>): void
  /** A conversation's first reply after the numbered one, waited for; undefined when none came in time. */
  next(conversationId: string, after: number, waitMs: number, channel?: string): Promise<Reply | undefined>
  all(): readonly Reply[]
}

const repliesKept = 1_000

const replyOf = (body: string): Omit<Reply, 'number'> => {
  const { conversation, author, message } = asObject(asObject(JSON.parse(body) as Json).data)
  const { kind, name } = asObject(author)
  return {
    conversationId: String(asObject(conversation).id),
    author: name ? `${String(kind)} ${String(name)}` : String(kind),
    text: String(asObject(message).text),
  }
}

/** What a played provider was given; the standard one is the company's callback. */
export const replyOn = (channel: ChannelName, { thread, author, name, text }: Heard): Omit<Reply, 'number'> => ({
  ...(channel !== 'standard' && { channel }),
  conversationId: thread,
  author: [author ?? channel, name].filter(Boolean).join(' '),
  text,
})

/** Stands in for the company's callback URL: checks signatures as a company would, and keeps what was said. */
export const createReplies = (secret: () => string, onReply: (reply: Reply) => void): Replies => {
  const kept: Reply[] = []
  const listeners = new Set<(reply: Reply) => void>()
  let count = 0
  const add = (said: Omit<Reply, 'number'>): Reply => {
    count += 1
    const reply = { ...said, number: count }
    kept.push(reply)
    if (kept.length > repliesKept) kept.shift()
    onReply(reply)
    for (const listener of listeners) listener(reply)
    return reply
  }
  return {
    receive: (body, headers) => {
      new Webhook(secret()).verify(body, headers)
      return add(replyOf(body))
    },
    keep: add,
    next: (conversationId, after, waitMs, channel) => {
      const isIt = (reply: Reply) =>
        reply.conversationId === conversationId && reply.number > after && reply.channel === channel
      const known = kept.find(isIt)
      if (known) return Promise.resolve(known)
      return new Promise((resolve) => {
        const end = (reply?: Reply) => {
          clearTimeout(timer)
          listeners.delete(listener)
          resolve(reply)
        }
        const listener = (reply: Reply) => {
          if (isIt(reply)) end(reply)
        }
        const timer = setTimeout(end, waitMs)
        listeners.add(listener)
      })
    },
    all: () => kept,
  }
}
