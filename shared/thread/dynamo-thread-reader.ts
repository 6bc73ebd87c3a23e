import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { conversationPrefix, messageKey, messagePrefix, threadPk, timeKey } from '../aws/dynamo-keys.ts'
import { alive, queryAll, withoutKeys } from '../aws/dynamo-read.ts'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import { isMessageItem, messageOf } from './dynamo-message.ts'
import type { ThreadReader } from './thread-reader.ts'
import type { ConversationRecord, ThreadState } from './thread-state.ts'

export const dynamoThreadReader = (table: DynamoTable): ThreadReader => {
  return {
    readNewest: async (threadId, limit) => {
      const page = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          ConsistentRead: true,
          ScanIndexForward: false,
          Limit: limit + 1,
          KeyConditionExpression: 'pk = :pk AND sk > :from',
          ExpressionAttributeValues: { ':pk': threadPk(threadId), ':from': messagePrefix },
        }),
      )
      const items = alive(table, page.Items ?? [])
      const state = items.find((item) => item.sk === '~STATE')
      return {
        ...(state && { state: withoutKeys<ThreadState>(state) }),
        messages: items.filter(isMessageItem).map(messageOf).reverse(),
        ...(page.LastEvaluatedKey && { more: true }),
      }
    },

    readMessages: async (threadId, from = 0) => {
      const items = await queryAll(table, {
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':pk': threadPk(threadId),
          ':from': `${messagePrefix}${timeKey(from)}`,
          ':to': `${messagePrefix}~`,
        },
      })
      return items.map(messageOf)
    },

    readMessage: async (threadId, at, id) => {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, ConsistentRead: true, Key: messageKey(threadId, at, id) }),
      )
      const [item] = alive(table, Item ? [Item] : [])
      return item && messageOf(item)
    },

    readConversations: async (threadId) => {
      const items = await queryAll(table, {
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': threadPk(threadId), ':prefix': conversationPrefix },
      })
      return items.map(withoutKeys<ConversationRecord>)
    },
  }
}
