import type { Claim, Conversation, Handoff, Message } from '../api/shapes.ts'
import { type Loss, lossOf } from './loss.ts'
import { mergeMessages } from './merge-messages.ts'

export type Hold =
  | { readonly kind: 'leased'; readonly until: number }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'lost'; readonly loss: Loss; readonly seenAt: number }

/** A conversation on the agent's desk. */
export interface Held {
  readonly handoff: Handoff
  readonly hold: Hold
  /** Of the thread, as far as it was read, oldest first. */
  readonly messages: readonly Message[]
  /** Of the thread, oldest first. */
  readonly handoffs: readonly Handoff[]
  /** The whole thread was read, and not this conversation's part alone. */
  readonly whole: boolean
  /** Messages of the customer that came while another page was looked at. */
  readonly unread: number
}

export const holdOf = ({ leaseUntil, acceptedAt, claimedAt }: Handoff): Hold =>
  acceptedAt === undefined
    ? { kind: 'leased', until: Date.parse(leaseUntil ?? claimedAt ?? '') || 0 }
    : { kind: 'accepted' }

export const heldOf = (handoff: Handoff): Held => ({
  handoff,
  hold: holdOf(handoff),
  messages: [],
  handoffs: [handoff],
  whole: false,
  unread: 0,
})

export const claimedNow = ({ handoff, leaseUntil, transcript }: Claim): Held => ({
  ...heldOf(handoff),
  hold: { kind: 'leased', until: Date.parse(leaseUntil) },
  messages: transcript,
})

/** From here on everything that may have changed is asked for again: what is still on its way, and what is new. */
export const readFrom = ({ messages, whole }: Held): string | undefined => {
  if (!whole) return undefined
  return messages.find(({ delivery }) => delivery === 'pending')?.at ?? messages.at(-1)?.at
}

interface Reading {
  readonly conversation: Conversation
  /** The thread was read from its beginning. */
  readonly whole: boolean
  readonly agentId: string
  readonly now: number
  /** The agent is looking at it. */
  readonly looking: boolean
}

const isNews = (known: readonly Message[]) => {
  const ids = new Set(known.map(({ id }) => id))
  return ({ id, author }: Message): boolean => author.kind === 'customer' && !ids.has(id)
}

/** A brief read along with only the newest messages is as of the handoff: the fuller one stays. */
const newest = (fresh: Handoff | undefined, before: Handoff, whole: boolean): Handoff => {
  if (!fresh) return before
  return whole ? fresh : { ...fresh, brief: before.brief }
}

/** The conversation with what was read of it just now. */
export const withReading = (held: Held, { conversation, whole, agentId, now, looking }: Reading): Held => {
  const fresh = conversation.handoffs.find(({ id }) => id === held.handoff.id)
  const loss = lossOf(fresh, agentId)
  const news = held.whole ? conversation.messages.filter(isNews(held.messages)).length : 0
  const handoff = newest(fresh, held.handoff, whole)
  return {
    handoff,
    hold: loss ? lostTo(held.hold, loss, now) : holdOf(handoff),
    messages: mergeMessages(held.messages, conversation.messages),
    handoffs: conversation.handoffs,
    whole: held.whole || whole,
    unread: looking ? 0 : held.unread + news,
  }
}

/** What was seen of a loss first stays the time at which it was seen. */
const lostTo = (before: Hold, loss: Loss, now: number): Hold => ({
  kind: 'lost',
  loss,
  seenAt: before.kind === 'lost' && before.loss.kind === loss.kind ? before.seenAt : now,
})

export const lost = (held: Held, loss: Loss, now: number): Held => ({ ...held, hold: lostTo(held.hold, loss, now) })

export const withMessage = (held: Held, message: Message): Held => ({
  ...held,
  // The first message to the customer accepts what was only leased.
  hold: held.hold.kind === 'leased' && message.internal !== true ? { kind: 'accepted' } : held.hold,
  messages: mergeMessages(held.messages, [message]),
})
