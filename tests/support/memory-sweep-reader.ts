import { messageKey, messagePrefix, stateKey, timeKey } from '#shared/aws/dynamo-keys.ts'
import type { ResendMarks, SweepReader } from '#shared/handoff/sweep-reader.ts'
import type { Message } from '#shared/thread/message.ts'
import type { ThreadState } from '#shared/thread/thread-state.ts'
import { unlistedKey } from './memory-change.ts'
import type { MemoryTable } from './memory-table.ts'

/** Where a marked message stands in the list; an unmarked one stands at its own time. */
const listedKey = ({ threadId, at, id }: Message) => ({
  pk: 'LISTED',
  sk: `${messageKey(threadId, at, id).sk}#${threadId}`,
})

export const memorySweepReader = (table: MemoryTable): SweepReader => ({
  undelivered: async (before, limit) => {
    const listedAt = (message: Message) => table.get<{ at: number }>(listedKey(message))?.at ?? message.at
    return table
      .scan<Message>('THREAD#', messagePrefix)
      .filter(
        (message) => message.delivery === 'pending' && !table.get(unlistedKey(message)) && listedAt(message) <= before,
      )
      .sort((a, b) => listedAt(a) - listedAt(b))
      .slice(0, limit)
      .flatMap((message) => {
        const state = table.get<ThreadState>(stateKey(message.threadId))
        return state ? [{ state, message }] : []
      })
  },
  dueTimers: async (now, limit, after = '') => {
    const place = ({ timerAt = 0, threadId }: ThreadState) => `${timeKey(timerAt)}#${threadId}`
    const due = table
      .scan<ThreadState>('THREAD#', stateKey('').sk)
      .filter((state) => (state.timerAt ?? Number.POSITIVE_INFINITY) <= now && place(state) > after)
      .sort((a, b) => (place(a) < place(b) ? -1 : 1))
    const page = due.slice(0, limit)
    const last = page.at(-1)
    return { due: page, ...(due.length > limit && last && { next: place(last) }) }
  },
})

export const memoryResendMarks = (table: MemoryTable): ResendMarks => ({
  mark: async (message, now, listedAt) => {
    const { threadId, at, id, resends } = message
    const key = messageKey(threadId, at, id)
    const found = table.get<Message>(key)
    if (found?.delivery !== 'pending' || found.resends !== resends) return false
    table.put(key, { ...found, resentAt: now, resends: (resends ?? 0) + 1 })
    table.put(listedKey(message), { at: listedAt })
    return true
  },
})
