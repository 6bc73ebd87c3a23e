import type { Address } from '../channel/address.ts'
import type { Vouching } from './vouching.ts'

/** Who has the word: nobody yet or any more, the assistant, a waiting line, or an agent. */
export type Status = 'closed' | 'assistant' | 'waiting' | 'claimed'

interface ThreadFacts {
  readonly threadId: string
  readonly address: Address
  /** Rises at every change of who speaks; whatever was prepared under an older one is refused. */
  readonly epoch: number
  readonly lastMessageAt: number
  /** Conversations of this thread so far; the open one, or the last, is `<threadId>.<conversation>`. */
  readonly conversation: number
  readonly conversationId: string
  /** Set by the conversation's first message, and never rewritten. */
  readonly startedAt: number
  /** By how much older the conversation counts in a line; decided at its first handoff, and never rewritten. */
  readonly headStartMs?: number
  /** Messages and notes of this conversation: what a complete transcript has to hold. */
  readonly messages: number
  /** Handoffs of this thread so far. */
  readonly handoffs: number
  /** Customer messages from here on are the assistant's to answer. */
  readonly assistantSince: number
  readonly lastCustomerAt: number
  readonly lastOutgoing?: { readonly id: string; readonly at: number; readonly by: 'turn' | 'agent' | 'sweep' }
  /** Who wrote last, as the company knows them. */
  readonly customerId?: string
  /** By what the channel calls them. @default the same */
  readonly senderId?: string
  readonly customerName?: string
  /** Of whoever wrote last, in this conversation. @default nothing */
  readonly vouchings?: readonly Vouching[]
  readonly language?: string
  /** What the model was called for on this thread lately, in whichever conversation. */
  readonly modelCalls?: { readonly since: number; readonly calls: number }
  /** The same within 24 hours. */
  readonly dayCalls?: { readonly since: number; readonly calls: number }
  /** When the sweep looks at this conversation again, unless something happens before. */
  readonly timerAt?: number
  /** A busy thread's deliveries are marked one by one: until here, the last mark's end. */
  readonly marksUntil?: number
  /** While nobody has the word: what is kept of the thread is kept from here. */
  readonly closedAt?: number
  /** The write that made the record what it is: a repeated write recognises itself. */
  readonly attemptId: string
}

export interface WithAssistant extends ThreadFacts {
  readonly status: 'assistant'
}
export interface Waiting extends ThreadFacts {
  readonly status: 'waiting'
  readonly team: string
  readonly handoffId: string
}
export interface Claimed extends ThreadFacts {
  readonly status: 'claimed'
  readonly team: string
  readonly handoffId: string
  readonly agentId: string
  readonly leaseUntil: number
  readonly acceptedAt?: number
  readonly lastAgentAt?: number
}
export interface Closed extends ThreadFacts {
  readonly status: 'closed'
}

export type ThreadState = WithAssistant | Waiting | Claimed | Closed
/** Every attribute a patch may touch. */
export type ThreadRecord = ThreadFacts & { readonly status: Status } & Partial<
    Pick<Claimed, 'team' | 'handoffId' | 'agentId' | 'leaseUntil' | 'acceptedAt' | 'lastAgentAt'>
  >

/** A conversation that is over. */
export interface ConversationRecord {
  readonly id: string
  readonly threadId: string
  readonly startedAt: number
  readonly closedAt: number
  readonly messages: number
  readonly customerId?: string
  readonly handoffId?: string
  readonly outcome: string
}

export interface ConversationEnd {
  readonly outcome: string
  readonly closedAt: number
  readonly handoffId?: string
}

/** The record of a thread's open conversation as it ends. */
export const conversationRecord = (state: ThreadState, end: ConversationEnd): ConversationRecord => ({
  id: state.conversationId,
  threadId: state.threadId,
  startedAt: state.startedAt,
  messages: state.messages,
  ...end,
  ...(state.customerId !== undefined && { customerId: state.customerId }),
})

export const conversationIdOf = (threadId: string, n: number): string => `${threadId}.${n}`

/** Whoever wrote last, by what the channel calls them: the same person is another one to the company once it knows more. */
export const lastSenderOf = ({ senderId, customerId }: Pick<ThreadState, 'senderId' | 'customerId'>) =>
  senderId ?? customerId
