import type { RecordPatch } from '#shared/aws/record-patch.ts'
import type { Change, Committed, Refusal } from '#shared/handoff/change.ts'
import type { Handoff } from '#shared/handoff/handoff.ts'
import type { HandoffWithState } from '#shared/handoff/handoff-reader.ts'
import type { StoredConversation } from '#shared/report/turns-of.ts'
import type { Message } from '#shared/thread/message.ts'
import type { ThreadSnapshot } from '#shared/thread/thread-reader.ts'
import type { ThreadState } from '#shared/thread/thread-state.ts'

interface Kept {
  state: ThreadState | undefined
  messages: Message[]
  readonly handoffs: Map<string, Handoff>
}

/** The records of whoever is being dealt with, under the conditions that the product's own changes carry. */
export interface Book {
  /** All of them or none; `told` hears each change that was made. */
  commit(changes: readonly Change[]): Committed
  snapshot(threadId: string): ThreadSnapshot
  handoff(id: string): HandoffWithState | undefined
  /** A thread's open conversation, or the one that has just ended; nothing where nobody has written. */
  conversation(threadId: string): StoredConversation | undefined
  /** The conversation is over: of the thread only its state is kept. */
  close(threadId: string): void
  /** Nobody will write on it again. */
  forget(threadId: string): void
  /** Threads that are held. */
  size(): number
}

type Fields = Readonly<Record<string, unknown>>
type Patch = RecordPatch<Record<string, unknown>>

const holds = (record: Fields | undefined, { expect, expectAbove = {} }: Patch): boolean =>
  record !== undefined &&
  Object.entries(expect).every(([name, value]) => record[name] === value) &&
  Object.entries(expectAbove).every(([name, value]) => Number(record[name]) > Number(value))

const patched = (record: Fields, { set, remove = [], add = {} }: Patch): Fields => {
  const after: Record<string, unknown> = { ...record, ...(set as Fields) }
  for (const name of remove as readonly string[]) delete after[name]
  for (const [name, by] of Object.entries(add)) after[name] = Number(after[name] ?? 0) + Number(by)
  return after
}

const threadOf = (handoffId: string): string => handoffId.split('.')[0] ?? ''

export const createBook = (told: (change: Change) => void): Book => {
  const threads = new Map<string, Kept>()
  const kept = (threadId: string): Kept => {
    const known = threads.get(threadId) ?? { state: undefined, messages: [], handoffs: new Map() }
    threads.set(threadId, known)
    return known
  }
  const handoffOf = (id: string): Handoff | undefined => threads.get(threadOf(id))?.handoffs.get(id)
  const isRefused = (change: Change): boolean => {
    if (change.kind === 'thread-begun') return kept(change.state.threadId).state !== undefined
    if (change.kind === 'thread-changed')
      return !holds(kept(change.threadId).state as Fields | undefined, change.patch as Patch)
    if (change.kind !== 'handoff-changed') return false
    return !holds(handoffOf(change.handoffId) as Fields | undefined, change.patch as Patch)
  }
  const apply = (change: Change): void => {
    if (change.kind === 'thread-begun') kept(change.state.threadId).state = change.state
    if (change.kind === 'message-added') kept(change.message.threadId).messages.push(change.message)
    if (change.kind === 'handoff-opened') kept(change.handoff.threadId).handoffs.set(change.handoff.id, change.handoff)
    if (change.kind === 'thread-changed') {
      const thread = kept(change.threadId)
      // What the patch makes of a legal record is one again: the product's own changes say so.
      thread.state = patched(thread.state as unknown as Fields, change.patch as Patch) as never
    }
    if (change.kind === 'handoff-changed') {
      const before = handoffOf(change.handoffId) as unknown as Fields
      const after = patched(before, change.patch as Patch) as never
      kept(threadOf(change.handoffId)).handoffs.set(change.handoffId, after)
    }
    told(change)
  }

  return {
    commit: (changes) => {
      const refusals = changes.flatMap((change, index): Refusal[] =>
        isRefused(change) ? [{ kind: change.kind, index }] : [],
      )
      if (refusals.length > 0) return { ok: false, refusals }
      for (const change of changes) apply(change)
      return { ok: true }
    },
    snapshot: (threadId) => {
      const { state, messages } = kept(threadId)
      return { ...(state && { state }), messages: [...messages] }
    },
    handoff: (id) => {
      const [handoff, state] = [handoffOf(id), threads.get(threadOf(id))?.state]
      return handoff && state && { handoff, state }
    },
    conversation: (threadId) => {
      const { state, messages, handoffs } = kept(threadId)
      if (!state) return undefined
      const { conversationId, address } = state
      const isOwn = (one: { readonly conversationId: string }) => one.conversationId === conversationId
      return {
        ...{ threadId, conversationId, channel: address.channel },
        messages: messages.filter(isOwn),
        handoffs: [...handoffs.values()].filter(isOwn),
      }
    },
    close: (threadId) => {
      const thread = kept(threadId)
      thread.messages = []
      thread.handoffs.clear()
    },
    forget: (threadId) => {
      threads.delete(threadId)
    },
    size: () => threads.size,
  }
}
