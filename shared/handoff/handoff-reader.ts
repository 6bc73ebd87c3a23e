import type { Message } from '../thread/message.ts'
import type { ThreadState } from '../thread/thread-state.ts'
import type { Handoff } from './handoff.ts'

export interface HandoffWithState {
  readonly handoff: Handoff
  readonly state: ThreadState
}

export interface HandoffWithTranscript extends HandoffWithState {
  /** All messages of the handoff's conversation, oldest first, notes included. */
  readonly transcript: readonly Message[]
  /** How many were counted as they were stored: more than the transcript holds, and something is missing. */
  readonly stored: number
}

/** A handoff's place in the log: the time it was opened, then its id. A page's `next` is the place of its last one. */
export const logPlace = ({ openedAt, id }: Pick<Handoff, 'openedAt' | 'id'>): string =>
  `${String(openedAt).padStart(13, '0')}#${id}`

export interface LogPage {
  readonly handoffs: readonly Handoff[]
  /** Opaque; absent on the last page. */
  readonly next?: string
}

export interface HandoffReader {
  /** One strongly consistent call; nothing for an id that is not ours. */
  read(handoffId: string): Promise<HandoffWithState | undefined>
  /**
   * One call for a thread's first conversation, two for a later one.
   */
  readWithTranscript(handoffId: string): Promise<HandoffWithTranscript | undefined>
  readMany(handoffIds: readonly string[]): Promise<readonly Handoff[]>
  /** Oldest first. */
  ofThread(threadId: string): Promise<readonly Handoff[]>
  /** Handoffs opened in [from, to), oldest first; eventually consistent. */
  log(from: number, to: number, page: { limit: number; after?: string }): Promise<LogPage>
}

/** The thread counts its open conversation's messages; of an earlier one, what is there is all there is. */
export const storedCount = (handoff: Handoff, state: ThreadState, transcript: readonly Message[]): number =>
  state.conversationId === handoff.conversationId ? state.messages : transcript.length
