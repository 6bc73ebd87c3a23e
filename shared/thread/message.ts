import type { StoredAttachment } from '../attachment/stored-attachment.ts'
import type { Receipt } from '../channel/receipt.ts'
import type { ToolRecord } from '../tool/tool-record.ts'
import type { KeptPassage, TurnBasis } from './turn-basis.ts'

export type AuthorKind = 'customer' | 'assistant' | 'agent' | 'system'

export interface Author {
  readonly kind: AuthorKind
  readonly name?: string
  /** The agent's id, for agents. */
  readonly id?: string
}

/**
 * Outgoing messages are their own outbox record: `pending` until the channel took them or refused them for good. Some
 * channels tell afterwards that one arrived, was read, or never will arrive.
 */
export type Delivery = 'pending' | 'sent' | 'delivered' | 'read' | 'failed'

/** What may become of a message by what a channel tells: it only goes forward, in whatever order it is told. */
export const reportableFrom: Readonly<Record<Receipt['to'], readonly Delivery[]>> = {
  delivered: ['pending', 'sent'],
  read: ['pending', 'sent', 'delivered'],
  failed: ['pending', 'sent'],
}

/** An article that was found for a question; `used` by the answer, or offered to the model only. */
export interface OfferedArticle extends KeptPassage {
  readonly used?: true
}

/** What the assistant had in hand when it wrote: shown to the agent as what was tried. */
export interface ReplyEvidence {
  readonly passages: readonly OfferedArticle[]
  /** Tools whose records the answer rests on. @default none */
  readonly usedTools?: readonly string[]
  readonly wish?: string
  readonly topic?: string
  /** What the company's tools answered. @default none was called */
  readonly records?: readonly ToolRecord[]
  /** What the turn went by. Absent in what was said before it was kept. */
  readonly basis?: TurnBasis
}

export interface Message {
  readonly threadId: string
  readonly id: string
  readonly conversationId: string
  /** Epoch milliseconds; rises strictly within a thread, so it is the thread's order. */
  readonly at: number
  readonly author: Author
  readonly text: string
  readonly attachments?: readonly StoredAttachment[]
  readonly delivery?: Delivery
  readonly deliveryCause?: string
  /** Of a message longer than its channel takes: how many of its parts are surely gone. */
  readonly partsSent?: number
  /** Its text came too late, and a template carries it. */
  readonly asTemplate?: true
  /** How often, and when last, the sweep handed a pending message over again. */
  readonly resends?: number
  readonly resentAt?: number
  /** A note among agents: never sent, never shown to the assistant. */
  readonly internal?: true
  readonly evidence?: ReplyEvidence
  /** When a customer's message was sent, as its channel tells; `at` is when it arrived. */
  readonly sentAt?: number
  /** The channel's own id of a customer's message. */
  readonly channelMessageId?: string
  readonly dedupeId?: string
  /** Its words are gone, with whoever wrote them or was told them. */
  readonly erased?: true
  /** The outgoing message before this one, when another door wrote it. */
  readonly after?: { readonly id: string; readonly at: number }
}

export const isOutgoing = (message: Message): boolean => message.author.kind !== 'customer' && message.internal !== true
