import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { answeredListKey } from '../aws/dynamo-keys.ts'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import type { ConversationPlace, EndedConversations } from './ended-conversations.ts'

/** The id alone: it begins with the thread's. */
export interface ListedConversation {
  readonly id: string
  readonly startedAt: number
}

const daySeconds = 86_400

export const dynamoEndedConversations = (
  table: DynamoTable,
  { newId, recordDays }: { readonly newId: () => string; readonly recordDays: number },
): EndedConversations => ({
  list: async (conversations, now) => {
    if (conversations.length === 0) return
    const listed = conversations.map(
      ({ conversationId: id, startedAt }: ConversationPlace): ListedConversation => ({ id, startedAt }),
    )
    const ttl = recordDays > 0 ? { ttl: Math.ceil(now / 1_000) + recordDays * daySeconds } : {}
    const Item = { ...answeredListKey(now, newId()), listed, ...ttl }
    await table.client.send(new PutCommand({ TableName: table.name, Item }))
  },
})
