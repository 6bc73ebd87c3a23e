import type { ConversationPlace, EndedConversations } from '#shared/handoff/ended-conversations.ts'

export interface MemoryEndedConversations extends EndedConversations {
  readonly listed: readonly ConversationPlace[]
}

export const memoryEndedConversations = (): MemoryEndedConversations => {
  const listed: ConversationPlace[] = []
  return {
    listed,
    list: async (conversations) => {
      listed.push(...conversations)
    },
  }
}
