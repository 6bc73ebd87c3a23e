import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { erasedKey } from '../aws/dynamo-keys.ts'
import { getAll } from '../aws/dynamo-read.ts'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import { type ErasedPeople, erasedDays } from './erased-people.ts'

const daySeconds = 86_400

/** A later mark stands: the second look of an erasure comes after whatever was erased meanwhile. */
const unlessLater = async (write: Promise<unknown>): Promise<void> => {
  try {
    await write
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
  }
}

export const dynamoErasedPeople = (table: DynamoTable): ErasedPeople => ({
  read: async (hashes) => {
    const items = await getAll(table, hashes.map(erasedKey))
    return new Map(items.map(({ pk, at }) => [String(pk).slice(erasedKey('').pk.length), Number(at)]))
  },

  mark: async (hashes, at) => {
    const ttl = Math.ceil(at / 1_000) + erasedDays * daySeconds
    for (const hash of hashes)
      await unlessLater(
        table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: { ...erasedKey(hash), at, ttl },
            ConditionExpression: 'attribute_not_exists(pk) OR #at <= :at',
            ExpressionAttributeNames: { '#at': 'at' },
            ExpressionAttributeValues: { ':at': at },
          }),
        ),
      )
  },
})
