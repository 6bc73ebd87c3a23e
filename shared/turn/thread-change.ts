import type { Change } from '../handoff/change.ts'
import type { ThreadRecord, ThreadState } from '../thread/thread-state.ts'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * The thread's record from what was read to what shall be, fenced by who had the word (`status`, `epoch`) and by the
 * last message read, so that a reply drafted before a handoff, or beside another message, is never stored.
 */
export const threadChange = (before: ThreadState | undefined, after: ThreadState): Change => {
  if (!before) return { kind: 'thread-begun', state: after }
  const was: Partial<ThreadRecord> = before
  const is: Partial<ThreadRecord> = after
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])] as (keyof ThreadRecord & string)[]
  const changed = names.filter((name) => name !== 'attemptId' && !same(was[name], is[name]))

  return {
    kind: 'thread-changed',
    threadId: before.threadId,
    patch: {
      expect: { status: before.status, epoch: before.epoch, lastMessageAt: before.lastMessageAt },
      set: Object.fromEntries(changed.filter((name) => is[name] !== undefined).map((name) => [name, is[name]])),
      remove: changed.filter((name) => is[name] === undefined),
    },
  }
}
