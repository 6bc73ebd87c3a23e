import type { Draft } from '../assistant/assistant.ts'
import type { Spent } from '../assistant/errors.ts'
import type { ShownFile } from '../attachment/shown-file.ts'
import type { InboundMessage } from '../channel/inbound-message.ts'
import type { Customer } from '../customer/customer.ts'
import type { SenderSpent } from '../customer/spending.ts'
import type { Handoff } from '../handoff/handoff.ts'
import type { Passage } from '../knowledge/passage.ts'
import type { Message } from '../thread/message.ts'
import type { Claimed, ThreadState, Waiting, WithAssistant } from '../thread/thread-state.ts'
import type { ToolRecord } from '../tool/tool-record.ts'
import type { Fired } from '../triggers/trigger.ts'
import type { DeliveryMark } from './delivery-marks.ts'
import type { FoundBasis } from './turn-notes.ts'

/** All messages of one thread that arrived together: customers write in bursts, and one turn answers them. */
export interface TurnInput {
  readonly threadId: string
  /** Oldest first. */
  readonly messages: readonly InboundMessage[]
  /** The third try of these messages: no thinking any more, a person gets them. */
  readonly thirdTry: boolean
}

/** A thread with its conversation open and the new messages in it, not yet stored. */
export interface OpenTurn {
  /** As it is stored; absent for a thread that nobody wrote on before. */
  readonly before: ThreadState | undefined
  readonly thread: WithAssistant | Waiting | Claimed
  /** The conversation's earlier messages that were read, oldest first. */
  readonly history: readonly Message[]
  readonly added: readonly Message[]
  /** Files of theirs that the model can be shown, in hand until the turn is over. */
  readonly shown: readonly ShownFile[]
  /** Deliveries to be known again by a mark. */
  readonly marks: readonly DeliveryMark[]
  readonly customer: Customer | undefined
  /** The sender's calls on all threads, when they are counted. */
  readonly spent: SenderSpent
  readonly language: string
  readonly now: number
}

/** What the turn does about them. */
export type Decision =
  /** A person has it: the assistant is silent. */
  | { readonly kind: 'append' }
  | {
      readonly kind: 'answer'
      readonly draft: Draft
      readonly passages: readonly Passage[]
      /** What was looked up for it. @default nothing */
      readonly records?: readonly ToolRecord[]
      /** What it was decided by. @default nothing was looked at */
      readonly basis?: FoundBasis
    }
  /** Waits no longer, in their own words: out of the line, and the conversation is over. */
  | { readonly kind: 'leave'; readonly handoff: Handoff; readonly matched: string }
  /** No model, and no person without being asked for: the customer is told how to get one. */
  | { readonly kind: 'put-off' }
  | {
      readonly kind: 'hand-off'
      /** At least one. */
      readonly fired: readonly [Fired, ...Fired[]]
      readonly passages: readonly Passage[]
      readonly wish?: string
      /** Of the models, on the way here, and of which one there was a draft. @default none */
      readonly spent?: Spent
      /** What was looked up before. @default nothing */
      readonly records?: readonly ToolRecord[]
      readonly basis?: FoundBasis
    }
