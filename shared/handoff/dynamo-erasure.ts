import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, GetCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import {
  byCustomerIndex,
  customerKey,
  type Key,
  messagePrefix,
  personPrefix,
  stateKey,
  threadPk,
} from '../aws/dynamo-keys.ts'
import { queryAll, withoutKeys } from '../aws/dynamo-read.ts'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import { replaceProfile } from '../customer/dynamo-profile.ts'
import type { ThreadState } from '../thread/thread-state.ts'
import type { ErasureStore } from './erase-customer.ts'

/** Half of the client's sockets, so that an erasure does not hold up anybody else's request. */
const deletesAtOnce = 25

export const dynamoErasure = (table: DynamoTable): ErasureStore => {
  const { client, name: TableName } = table

  const keysOf = async (input: Omit<QueryCommandInput, 'TableName'>): Promise<Key[]> => {
    const items = await queryAll(table, { ProjectionExpression: 'pk, sk', ...input })
    return items.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }))
  }

  const deleteAll = async (keys: readonly Key[]): Promise<void> => {
    for (let from = 0; from < keys.length; from += deletesAtOnce) {
      const some = keys.slice(from, from + deletesAtOnce)
      await Promise.all(some.map((key) => client.send(new DeleteCommand({ TableName, Key: { ...key } }))))
    }
  }

  /** Only as it was seen: a message that came meanwhile has changed its attempt id. */
  const deleteState = async (threadId: string, seen: ThreadState | undefined): Promise<boolean> => {
    const unchanged = seen
      ? { ConditionExpression: 'attemptId = :seen', ExpressionAttributeValues: { ':seen': seen.attemptId } }
      : { ConditionExpression: 'attribute_not_exists(pk)' }
    try {
      await client.send(new DeleteCommand({ TableName, Key: stateKey(threadId), ...unchanged }))
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  }

  /** What follows `start` in the partitions that have a record of this customer. */
  const indexed = async (customerId: string, start: string): Promise<readonly string[]> => {
    const keys = await keysOf({
      IndexName: byCustomerIndex,
      KeyConditionExpression: 'customerId = :id',
      ExpressionAttributeValues: { ':id': customerId },
    })
    return [...new Set(keys.filter(({ pk }) => pk.startsWith(start)).map(({ pk }) => pk.slice(start.length)))]
  }

  /** All that is kept of a sender but a profile: who was told of by that id is a customer of their own. */
  const eraseSender = async (senderId: string): Promise<void> => {
    const { pk, sk: profile } = customerKey(senderId)
    const keys = await keysOf({
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
    })
    await deleteAll(keys.filter(({ sk }) => sk !== profile))
  }

  return {
    eraseSender,

    threadsOf: (customerId) => indexed(customerId, threadPk('')),

    readState: async (threadId) => {
      const { Item } = await client.send(new GetCommand({ TableName, ConsistentRead: true, Key: stateKey(threadId) }))
      return Item && withoutKeys<ThreadState>(Item)
    },

    sendersOf: async (threadId) => {
      const people = await queryAll(table, {
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :person)',
        ExpressionAttributeValues: { ':pk': threadPk(threadId), ':person': personPrefix },
      })
      return people.flatMap(({ senderId }) => (senderId === undefined ? [] : [String(senderId)]))
    },

    eraseThread: async (threadId, seen) => {
      const keys = await keysOf({
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': threadPk(threadId) },
      })
      const isMessage = ({ sk }: Key) => sk.startsWith(messagePrefix)
      const records = keys.filter(({ sk }) => sk !== stateKey(threadId).sk)
      await deleteAll(records.filter(isMessage))
      await deleteAll(records.filter((key) => !isMessage(key)))
      return deleteState(threadId, seen)
    },

    eraseProfile: async (customerId) => {
      await replaceProfile(table, customerId, undefined)
      const senders = await indexed(customerId, customerKey('').pk)
      for (const senderId of [customerId, ...senders]) await eraseSender(senderId)
    },
  }
}
