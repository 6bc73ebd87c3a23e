import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import {
  type Key,
  listsIndex,
  messageKey,
  stateKey,
  threadPk,
  timeKey,
  timerList,
  undeliveredList,
} from '../aws/dynamo-keys.ts'
import { patchExpressions } from '../aws/dynamo-patch.ts'
import { getAll, type Item, withoutKeys } from '../aws/dynamo-read.ts'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import { messageOf } from '../thread/dynamo-message.ts'
import type { Message } from '../thread/message.ts'
import type { ThreadState } from '../thread/thread-state.ts'
import type { ResendMarks, SweepReader } from './sweep-reader.ts'

/** BatchGetItem takes 100 keys, and an undelivered message needs its thread's state too. */
const largestPage = 50

export const dynamoSweepReader = (table: DynamoTable): SweepReader => {
  const listed = async (list: string, to: number, limit: number, after?: string) => {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: listsIndex,
        KeyConditionExpression: 'listKey = :list AND listSort <= :to',
        ExpressionAttributeValues: { ':list': list, ':to': timeKey(to) },
        Limit: Math.min(limit, largestPage),
        ...(after && { ExclusiveStartKey: JSON.parse(after) }),
      }),
    )
    const keys = Items.map(({ pk, sk }): Key => ({ pk: String(pk), sk: String(sk) }))
    return { keys, ...(LastEvaluatedKey && { next: JSON.stringify(LastEvaluatedKey) }) }
  }

  const readAll = async (keys: readonly Key[]): Promise<ReadonlyMap<string, Item>> =>
    new Map((await getAll(table, keys)).map((item) => [`${item.pk} ${item.sk}`, item]))

  const threadIdOf = ({ pk }: Key) => pk.slice(threadPk('').length)

  return {
    undelivered: async (before, limit) => {
      const { keys } = await listed(undeliveredList, before, limit)
      const items = await readAll([...keys, ...keys.map((key) => stateKey(threadIdOf(key)))])
      return keys.flatMap((key) => {
        const message = items.get(`${key.pk} ${key.sk}`)
        const state = items.get(`${key.pk} ${stateKey('').sk}`)
        if (message?.delivery !== 'pending' || !state) return []
        return [{ message: messageOf(message), state: withoutKeys<ThreadState>(state) }]
      })
    },

    dueTimers: async (now, limit, after) => {
      const { keys, next } = await listed(timerList, now, limit, after)
      const items = await readAll(keys)
      const due = keys.flatMap((key) => {
        const state = items.get(`${key.pk} ${key.sk}`)
        return state && Number(state.timerAt) <= now ? [withoutKeys<ThreadState>(state)] : []
      })
      return { due, ...(next && { next }) }
    },
  }
}

/** A message's place in the list of the undelivered moves with every mark. */
type ListedMessage = Message & { readonly listSort: string }

export const dynamoResendMarks = (table: DynamoTable): ResendMarks => ({
  mark: async ({ threadId, at, id, resends }, now, listedAt) => {
    const { ConditionExpression, ...patch } = patchExpressions<ListedMessage>(messageKey(threadId, at, id), {
      expect: { delivery: 'pending', ...(resends !== undefined && { resends }) },
      set: { resentAt: now, resends: (resends ?? 0) + 1, listSort: timeKey(listedAt) },
    })
    // Nobody marked it before: whoever comes second must not either.
    const unmarked = resends === undefined ? ' AND attribute_not_exists(#resends)' : ''
    try {
      await table.client.send(
        new UpdateCommand({ TableName: table.name, ...patch, ConditionExpression: ConditionExpression + unmarked }),
      )
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  },
})
