import { conversationPrefix, messageKey, messagePrefix, stateKey, threadPk } from '#shared/aws/dynamo-keys.ts'
import type { Message } from '#shared/thread/message.ts'
import type { ThreadReader } from '#shared/thread/thread-reader.ts'
import type { ConversationRecord, ThreadState } from '#shared/thread/thread-state.ts'
import type { MemoryTable } from './memory-table.ts'

export const memoryThreadReader = (table: MemoryTable): ThreadReader => {
  const messagesOf = (threadId: string) =>
    table.query<Message>(threadPk(threadId), messagePrefix).map(({ fields }) => fields)

  return {
    readNewest: async (threadId, limit) => {
      const state = table.get<ThreadState>(stateKey(threadId))
      const messages = messagesOf(threadId)
      return {
        ...(state && { state }),
        messages: messages.slice(Math.max(0, messages.length - limit)),
        ...(messages.length > limit && { more: true }),
      }
    },
    readMessages: async (threadId, from = 0) => messagesOf(threadId).filter(({ at }) => at >= from),
    readMessage: async (threadId, at, id) => table.get<Message>(messageKey(threadId, at, id)),
    readConversations: async (threadId) =>
      table.query<ConversationRecord>(threadPk(threadId), conversationPrefix).map(({ fields }) => fields),
  }
}
