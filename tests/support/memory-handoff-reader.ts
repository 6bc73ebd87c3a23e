import { handoffKey, handoffPrefix, messagePrefix, stateKey, threadPk, timeKey } from '#shared/aws/dynamo-keys.ts'
import type { Handoff } from '#shared/handoff/handoff.ts'
import { type HandoffReader, storedCount } from '#shared/handoff/handoff-reader.ts'
import { parseHandoffId } from '#shared/thread/ids.ts'
import type { Message } from '#shared/thread/message.ts'
import type { ThreadState } from '#shared/thread/thread-state.ts'
import { transcriptOf } from '#shared/thread/transcript.ts'
import type { MemoryTable } from './memory-table.ts'

const logPlace = ({ openedAt, id }: Handoff): string => `${timeKey(openedAt)}#${id}`

export const memoryHandoffReader = (table: MemoryTable): HandoffReader => {
  const handoffOf = (id: string): Handoff | undefined => {
    const ref = parseHandoffId(id)
    return ref && table.get<Handoff>(handoffKey(ref.threadId, ref.openedAt, ref.n))
  }
  const withState = (id: string) => {
    const handoff = handoffOf(id)
    const state = handoff && table.get<ThreadState>(stateKey(handoff.threadId))
    return handoff && state && { handoff, state }
  }

  return {
    read: async (id) => withState(id),
    readWithTranscript: async (id) => {
      const found = withState(id)
      if (!found) return undefined
      const { handoff, state } = found
      const all = table.query<Message>(threadPk(handoff.threadId), messagePrefix).map(({ fields }) => fields)
      const transcript = transcriptOf(all, handoff.conversationId)
      return { ...found, transcript, stored: storedCount(handoff, state, transcript) }
    },
    readMany: async (ids) => ids.map(handoffOf).filter((handoff) => handoff !== undefined),
    ofThread: async (threadId) => table.query<Handoff>(threadPk(threadId), handoffPrefix).map(({ fields }) => fields),
    log: async (from, to, { limit, after = '' }) => {
      const all = table
        .scan<Handoff>('THREAD#', handoffPrefix)
        .filter(({ openedAt }) => openedAt >= from && openedAt < to)
        .sort((a, b) => (logPlace(a) < logPlace(b) ? -1 : 1))
        .filter((handoff) => logPlace(handoff) > after)
      const handoffs = all.slice(0, limit)
      const last = handoffs.at(-1)
      return { handoffs, ...(all.length > limit && last && { next: logPlace(last) }) }
    },
  }
}
